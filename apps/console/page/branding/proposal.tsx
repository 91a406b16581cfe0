import { LANGUAGE_CODES } from '@reident/domain/browser';
import type { Branding } from '@reident/domain/tenant-settings';
import type { ProposalView } from '../../shared/view.ts';
import { texts } from '../state/texts.ts';
import { BRAND_FIELDS } from './draft.ts';
import { logoUrl } from './logos.ts';

interface ProposalProps {
  saved: Branding;
  proposal: ProposalView;
  onConfirm(): void;
  onWithdraw(): void;
}

/** What another admin proposed, part by part, for whoever has to agree: a logo or a link is what a fraudster would change. */
export function BrandingProposal({ saved, proposal, onConfirm, onWithdraw }: ProposalProps) {
  const { branding: t, settings: words } = texts.value;
  const proposed = proposal.value as Branding;
  return (
    <section class="waiting-settings" aria-labelledby="waiting">
      <h2 id="waiting">{t.waiting}</h2>
      <p class="soft">{words.proposedBy(proposal.by)}</p>
      <table class="changes">
        <caption class="unseen">{t.changes}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t.from}</th>
            <th scope="col">{t.to}</th>
          </tr>
        </thead>
        <tbody>
          {changesBetween(saved, proposed).map(({ label, from, to, kind }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <Value kind={kind} value={from} ground={saved.bar} />
              </td>
              <td>
                <Value kind={kind} value={to} ground={proposed.bar} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="setting-actions">
        {proposal.mine ? (
          <p class="soft">{words.needsOther}</p>
        ) : (
          <button type="button" class="main" onClick={onConfirm}>
            {words.confirm}
          </button>
        )}
        <button type="button" onClick={onWithdraw}>
          {words.withdraw}
        </button>
      </div>
    </section>
  );
}

interface Change {
  label: string;
  kind: 'text' | 'colour' | 'logo';
  from: string | null;
  to: string | null;
}

function changesBetween(saved: Branding, proposed: Branding): Change[] {
  const t = texts.value.branding;
  const all: Change[] = [
    { label: t.name, kind: 'text', from: saved.name, to: proposed.name },
    { label: t.logo, kind: 'logo', from: saved.logo, to: proposed.logo },
    { label: t.accent, kind: 'colour', from: saved.accent, to: proposed.accent },
    { label: t.bar, kind: 'colour', from: saved.bar, to: proposed.bar },
    ...LANGUAGE_CODES.flatMap((language) =>
      BRAND_FIELDS.map((field) => ({
        label: `${t.fields[field]} (${language.toUpperCase()})`,
        kind: 'text' as const,
        from: saved.texts[language][field],
        to: proposed.texts[language][field],
      })),
    ),
  ];
  return all.filter(({ from, to }) => from !== to);
}

function Value({ kind, value, ground }: Pick<Change, 'kind'> & { value: string | null; ground: string }) {
  const t = texts.value.branding;
  if (value === null) return <span class="soft">{kind === 'logo' ? t.noLogo : t.empty}</span>;
  if (kind === 'text') return value;
  if (kind === 'colour')
    return (
      <>
        <span class="swatch" style={{ background: value }} /> <code>{value}</code>
      </>
    );
  const picture = logoUrl(value);
  return (
    <span class="logo-shown" style={{ background: ground }}>
      {picture !== null && <img src={picture} alt={t.logoAlt} />}
    </span>
  );
}
