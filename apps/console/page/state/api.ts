import type {
  CampaignAction,
  CaseView,
  ClaimView,
  DecideRequest,
  DryRunView,
  ErrorView,
  FunnelView,
  MeView,
  QueueView,
  RekycView,
  SettingsView,
  Shelf,
  TimelineView,
} from '../../shared/view.ts';

/** An error of the server, by its code; `offline` when it did not answer at all. */
export class RequestFailed extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What somebody says of a campaign here; the rest is as usual. */
export interface NewCampaign {
  name: string;
  dueTo: string;
  perDay: number;
  channels: readonly string[];
  reminders: number[];
  warnAfterDays: number | null;
  taskAfterDays: number | null;
  language: string;
}

export const api = {
  me: () => request<MeView>('GET', '/me'),
  queue: (shelf: Shelf, search: string) =>
    request<QueueView>('GET', `/cases?${new URLSearchParams({ shelf, search })}`),
  findCase: (id: string) => request<CaseView>('GET', `/cases/${encodeURIComponent(id)}`),
  openCase: (id: string) => request<CaseView>('POST', `/cases/${encodeURIComponent(id)}/reveal`),
  claim: (id: string) => request<ClaimView>('POST', `/cases/${encodeURIComponent(id)}/claim`),
  release: (id: string) => request<unknown>('POST', `/cases/${encodeURIComponent(id)}/release`),
  decide: (id: string, decision: DecideRequest) =>
    request<unknown>('POST', `/cases/${encodeURIComponent(id)}/decide`, decision),
  funnel: (days: number) => request<FunnelView>('GET', `/funnel?${new URLSearchParams({ days: String(days) })}`),
  rekyc: () => request<RekycView>('GET', '/rekyc'),
  rekycPerson: (id: string) => request<TimelineView>('GET', `/rekyc/persons/${encodeURIComponent(id)}`),
  createCampaign: (campaign: NewCampaign) => request<RekycView>('POST', '/rekyc/campaigns', campaign),
  tryCampaign: (id: string) => request<DryRunView>('POST', `/rekyc/campaigns/${encodeURIComponent(id)}/dry-run`),
  moveCampaign: (id: string, action: CampaignAction) =>
    request<RekycView>('POST', `/rekyc/campaigns/${encodeURIComponent(id)}/${action}`),
  settings: () => request<SettingsView>('GET', '/settings'),
  saveSetting: (name: string, value: unknown) => request<SettingsView>('POST', '/settings', { [name]: value }),
  confirmSetting: (id: string) =>
    request<SettingsView>('POST', `/settings/proposals/${encodeURIComponent(id)}/confirm`),
  withdrawSetting: (id: string) =>
    request<SettingsView>('POST', `/settings/proposals/${encodeURIComponent(id)}/withdraw`),
  /** Draws a logo anew and keeps it; it shows nowhere until a branding with it is saved. */
  async uploadLogo(file: Blob): Promise<{ logo: string }> {
    return (await send('POST', '/logos', file)).json() as Promise<{ logo: string }>;
  },
  async logo(sha256: string): Promise<Blob> {
    return (await send('GET', `/logos/${encodeURIComponent(sha256)}`)).blob();
  },
  logOut: () => request<unknown>('POST', '/logout'),
  async picture(id: string, captureId: string): Promise<Blob> {
    const answer = await send('GET', `/cases/${encodeURIComponent(id)}/pictures/${encodeURIComponent(captureId)}`);
    return answer.blob();
  },
  async clip(id: string, captureId: string): Promise<Blob> {
    const answer = await send('GET', `/cases/${encodeURIComponent(id)}/pictures/${encodeURIComponent(captureId)}/clip`);
    return answer.blob();
  },
};

async function request<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const answer = await send(method, path, body);
  return (await answer.json()) as T;
}

async function send(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
  const type = body === undefined ? null : body instanceof Blob ? 'application/octet-stream' : 'application/json';
  const answer = await fetch(`/console/api${path}`, {
    method,
    credentials: 'same-origin',
    headers: { 'x-reident-console': '1', ...(type === null ? {} : { 'content-type': type }) },
    body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
  }).catch(() => {
    throw new RequestFailed('offline', 'no answer');
  });
  if (answer.ok) return answer;
  const failure = (await answer.json().catch(() => null)) as ErrorView | null;
  throw new RequestFailed(failure?.error.code ?? 'internal', failure?.error.message ?? '');
}
