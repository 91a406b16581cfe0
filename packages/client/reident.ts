import { type ListOptions, Pages } from './pages.ts';
import { sleep } from './retry.ts';
import { type CallAnswer, type CallInput, Transport, type TransportOptions } from './transport.ts';
import type {
  Board,
  BodyOf,
  Campaign,
  CampaignAction,
  ChangeRequest,
  Chaos,
  ConfirmedChange,
  Delivery,
  DeliveryDetails,
  DeliveryState,
  Document,
  DryRun,
  Due,
  Eligibility,
  Erasure,
  EventType,
  FeedEvent,
  Identification,
  IdentificationBatch,
  IdentificationBatchLine,
  IdentificationInput,
  IdentStatus,
  ItemOf,
  LegitimationData,
  MobileNumber,
  NewIdentification,
  NewSubscription,
  OperationName,
  Outcome,
  PathOf,
  Person,
  PersonInput,
  QueryOf,
  RequestedIdentification,
  RotatedSecret,
  Subscription,
  SubscriptionHealth,
  SuccessOf,
  SupportedDocument,
  UploadDocumentType,
} from './types.ts';
import { type WaitOptions, waitFor } from './wait-for.ts';

/** The file `sandbox-credentials.json` that a running Reident leaves in its data folder. */
export interface SandboxCredentials {
  client_id: string;
  client_secret: string;
  token_url: string;
  api_url: string;
}

export interface CallOptions {
  /** Yours, if your own process may send the same request again; otherwise one is made per call. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export interface Upload {
  type: UploadDocumentType;
  /** PDF, JPEG or PNG. */
  file: Blob;
  name: string;
}

/** An identification, or only the two ids that name it. */
export type IdentificationName = Pick<Identification, 'id' | 'person_id'>;

export interface FeedOptions {
  /** The cursor of the last event that you know; from the beginning without one. */
  after?: string;
  /** Wait for what is still to happen. */
  follow?: boolean;
  /** Between two questions when nothing is new. */
  intervalSeconds?: number;
  signal?: AbortSignal;
}

const FEED_PAGE = 500;

type Sort = 'created_at' | '-created_at';

/** The partner API. Every method is one operation of the OpenAPI document; `call` knows all of them by name. */
export class Reident {
  readonly #transport: Transport;

  constructor(options: TransportOptions) {
    this.#transport = new Transport(options);
  }

  static fromCredentials(credentials: SandboxCredentials, options: Partial<TransportOptions> = {}): Reident {
    const { client_id: clientId, client_secret: clientSecret, token_url: tokenUrl, api_url: apiUrl } = credentials;
    return new Reident({ clientId, clientSecret, tokenUrl, apiUrl, ...options });
  }

  get apiUrl(): string {
    return this.#transport.apiUrl;
  }

  /** A token that is good now, for calls that this client does not know. */
  token(): Promise<string> {
    return this.#transport.token();
  }

  /** Any operation by its name, with status and headers of the answer. */
  call<O extends OperationName>(name: O, input?: CallInput<O>): Promise<CallAnswer<O>> {
    return this.#transport.call(name, input);
  }

  readonly persons = {
    create: (body: PersonInput, options?: CallOptions): Promise<Person> =>
      this.#body('createPerson', { body, ...options }),

    get: (id: string, options?: CallOptions): Promise<Person> =>
      this.#body('getPerson', { path: { person_id: id }, ...options }),

    /** Sets what is not set yet. Replacing a value answers a change request, which the person has to authorize. */
    update: (id: string, body: PersonInput, options?: CallOptions): Promise<Person | ChangeRequest> =>
      this.#body('updatePerson', { path: { person_id: id }, body, ...options }),

    list: (options: ListOptions & { sort?: Sort } = {}): Pages<Person> =>
      this.#pages('listPersons', undefined, { sort: options.sort }, options),

    /** Destroys what is known of a person, at once or at the end of the retention time. Solaris has no such thing. */
    erase: (id: string, body: BodyOf<'erasePerson'> = {}, options?: CallOptions): Promise<Erasure> =>
      this.#body('erasePerson', { path: { person_id: id }, body, ...options }),

    erasure: (id: string, options?: CallOptions): Promise<Erasure> =>
      this.#body('getErasure', { path: { person_id: id }, ...options }),

    /** Takes an erasure back that is ordered for later. */
    cancelErasure: (id: string, options?: CallOptions): Promise<Erasure> =>
      this.#body('cancelErasure', { path: { person_id: id }, ...options }),

    /** Forbids the erasure until the hold is lifted. */
    hold: (id: string, options?: CallOptions): Promise<Erasure> =>
      this.#body('holdPerson', { path: { person_id: id }, ...options }),

    release: (id: string, options?: CallOptions): Promise<Erasure> =>
      this.#body('releasePerson', { path: { person_id: id }, ...options }),
  };

  /** The number by which a person authorizes changes. There is one per person. */
  readonly mobileNumbers = {
    create: (personId: string, number: string, options?: CallOptions): Promise<MobileNumber> =>
      this.#body('createMobileNumber', { path: { person_id: personId }, body: { number }, ...options }),

    get: (personId: string, options?: CallOptions): Promise<MobileNumber> =>
      this.#body('getMobileNumber', { path: { person_id: personId }, ...options }),

    /** Sends a code to the number. */
    authorize: (personId: string, number: string, options?: CallOptions): Promise<MobileNumber> =>
      this.#body('authorizeMobileNumber', { path: { person_id: personId }, body: { number }, ...options }),

    confirm: (personId: string, number: string, token: string, options?: CallOptions): Promise<MobileNumber> =>
      this.#body('confirmMobileNumber', { path: { person_id: personId }, body: { number, token }, ...options }),

    /** A verified number answers a change request. */
    delete: (personId: string, number: string, options?: CallOptions): Promise<MobileNumber | ChangeRequest> =>
      this.#body('deleteMobileNumber', { path: { person_id: personId }, body: { number }, ...options }),
  };

  readonly changeRequests = {
    authorize: (id: string, body: BodyOf<'authorizeChangeRequest'>, options?: CallOptions): Promise<ChangeRequest> =>
      this.#body('authorizeChangeRequest', { path: { id }, body, ...options }),

    confirm: (id: string, body: BodyOf<'confirmChangeRequest'>, options?: CallOptions): Promise<ConfirmedChange> =>
      this.#body('confirmChangeRequest', { path: { id }, body, ...options }),
  };

  readonly identifications = {
    /** Creates the resource and calls nobody: `request` does. */
    create: (
      personId: string,
      body: IdentificationInput = { method: 'idnow_autoident' },
      options?: CallOptions,
    ): Promise<NewIdentification> =>
      this.#body('createIdentification', { path: { person_id: personId }, body, ...options }),

    /** Starts it: the answer has the customer's `url`. Asking twice is harmless. */
    request: ({ id, person_id }: IdentificationName, options?: CallOptions): Promise<RequestedIdentification> =>
      this.#body('requestIdentification', { path: { person_id, id }, ...options }),

    get: (
      { id, person_id }: IdentificationName,
      { includeDocuments, ...options }: CallOptions & { includeDocuments?: boolean } = {},
    ): Promise<Identification> =>
      this.#body('getIdentification', {
        path: { person_id, id },
        query: includeDocuments === undefined ? {} : { include_documents: includeDocuments },
        ...options,
      }),

    /** Those of one person, or all. */
    list: ({ personId, sort, ...options }: ListOptions & { personId?: string; sort?: Sort } = {}) =>
      personId === undefined
        ? this.#pages('listIdentifications', undefined, { sort }, options)
        : this.#pages('listIdentificationsOfPerson', { person_id: personId }, { sort }, options),

    /** Asks until the identification is in one of the statuses; by default until an attempt has ended. */
    waitFor: (name: IdentificationName, statuses?: readonly IdentStatus[], options?: WaitOptions) =>
      waitFor(
        () => this.identifications.get(name, { includeDocuments: true, signal: options?.signal }),
        statuses,
        options,
      ),

    legitimationData: ({ id, person_id }: IdentificationName, options?: CallOptions): Promise<LegitimationData> =>
      this.#body('getLegitimationData', { path: { person_id, id }, ...options }),

    supportedDocuments: ({ id, person_id }: IdentificationName, options?: CallOptions): Promise<SupportedDocument[]> =>
      this.#body('listSupportedDocuments', { path: { person_id, id }, ...options }),

    uploadDocument: ({ id, person_id }: IdentificationName, upload: Upload, options?: CallOptions): Promise<Document> =>
      this.#body('uploadDocumentForIdentification', { path: { person_id, id }, body: formOf(upload), ...options }),

    /** Whether the person may be identified, and which rule forbids it. */
    eligibility: (
      personId: string,
      method: 'bank' | 'idnow_autoident' = 'idnow_autoident',
      options?: CallOptions,
    ): Promise<Eligibility> =>
      this.#body('checkEligibility', { path: { person_id: personId }, body: { method }, ...options }),
  };

  readonly documents = {
    upload: (personId: string, upload: Upload, options?: CallOptions): Promise<Document> =>
      this.#body('uploadDocument', { path: { person_id: personId }, body: formOf(upload), ...options }),

    list: (
      personId: string,
      options: ListOptions & { customerAccessible?: boolean; includeDeleted?: boolean; sort?: Sort } = {},
    ): Pages<Document> => {
      const { customerAccessible: customer_accessible, includeDeleted: include_deleted, sort } = options;
      const query = { customer_accessible, include_deleted, sort };
      return this.#pages('listDocuments', { person_id: personId }, query, options);
    },

    get: (personId: string, id: string, options?: CallOptions): Promise<Document> =>
      this.#body('getDocument', { path: { person_id: personId, id }, ...options }),

    download: (personId: string, id: string, options?: CallOptions): Promise<Uint8Array<ArrayBuffer>> =>
      this.#body('downloadDocument', { path: { person_id: personId, id }, ...options }),

    update: (
      personId: string,
      id: string,
      change: { type?: UploadDocumentType; customerAccessible?: boolean },
      options?: CallOptions,
    ): Promise<Document> => {
      const body = { document_type: change.type, customer_accessible: change.customerAccessible };
      return this.#body('updateDocument', { path: { person_id: personId, id }, body, ...options });
    },

    /** Marks it as deleted. */
    delete: (personId: string, id: string, options?: CallOptions): Promise<Document> =>
      this.#body('deleteDocument', { path: { person_id: personId, id }, ...options }),
  };

  readonly webhooks = {
    /** The answer alone has the secret. The receiver must answer the verification request before. */
    create: (eventType: EventType, url: string, options?: CallOptions): Promise<NewSubscription> =>
      this.#body('createSubscription', { body: { event_type: eventType, url }, ...options }),

    get: (id: string, options?: CallOptions): Promise<Subscription> =>
      this.#body('getSubscription', { path: { id }, ...options }),

    list: (options: ListOptions = {}): Pages<Subscription> => this.#pages('listSubscriptions', undefined, {}, options),

    delete: (id: string, options?: CallOptions): Promise<undefined> =>
      this.#body('deleteSubscription', { path: { id }, ...options }),

    /** How its receiver fares. From here on, Solaris has no such thing. */
    health: (id: string, options?: CallOptions): Promise<SubscriptionHealth> =>
      this.#body('getSubscriptionHealth', { path: { id }, ...options }),

    /** The next secret; for a day the old one is good as well. */
    rotate: (id: string, options?: CallOptions): Promise<RotatedSecret> =>
      this.#body('rotateSubscriptionSecret', { path: { id }, ...options }),

    /** Ends the old secret now. */
    cutOver: (id: string, options?: CallOptions): Promise<SubscriptionHealth> =>
      this.#body('cutOverSubscriptionSecret', { path: { id }, ...options }),

    /** Starts a disabled one again; its receiver must answer the verification request before. */
    enable: (id: string, options?: CallOptions): Promise<SubscriptionHealth> =>
      this.#body('enableSubscription', { path: { id }, ...options }),
  };

  /** Who has to be identified again, and when. From here on, Solaris has no such thing. */
  readonly due = {
    of: (personId: string, options?: CallOptions): Promise<Due> =>
      this.#body('getDue', { path: { person_id: personId }, ...options }),

    /** The earliest first. */
    list: (options: ListOptions & { from?: string; to?: string; riskClass?: string; productTag?: string } = {}) => {
      const { from: due_from, to: due_to, riskClass: risk_class, productTag: product_tag } = options;
      return this.#pages('listDue', undefined, { due_from, due_to, risk_class, product_tag }, options);
    },

    /** Sets risk class and product tags of a person. */
    setProfile: (personId: string, body: BodyOf<'setRiskProfile'>, options?: CallOptions): Promise<Due> =>
      this.#body('setRiskProfile', { path: { person_id: personId }, body, ...options }),

    board: (options?: CallOptions): Promise<Board> => this.#body('getBoard', options),
  };

  readonly campaigns = {
    /** A draft: nothing is sent before it is started. */
    create: (body: BodyOf<'createCampaign'>, options?: CallOptions): Promise<Campaign> =>
      this.#body('createCampaign', { body, ...options }),

    get: (id: string, options?: CallOptions): Promise<Campaign> =>
      this.#body('getCampaign', { path: { id }, ...options }),

    list: (options: ListOptions = {}): Pages<Campaign> => this.#pages('listCampaigns', undefined, {}, options),

    /** Whom a start at this moment would invite, and when. */
    dryRun: (id: string, options?: CallOptions): Promise<DryRun> =>
      this.#body('dryRunCampaign', { path: { id }, ...options }),

    move: (id: string, action: CampaignAction, options?: CallOptions): Promise<Campaign> =>
      this.#body('moveCampaign', { path: { id, action }, ...options }),
  };

  readonly batches = {
    /** Starts many identifications by one file. The same file again is the same batch. */
    start: (file: Blob, name?: string, options?: CallOptions): Promise<IdentificationBatch> => {
      const body = new FormData();
      if (name !== undefined) body.set('name', name);
      body.set('file', file, 'persons.csv');
      return this.#body('startBatch', { body, ...options });
    },

    get: (id: string, options?: CallOptions): Promise<IdentificationBatch> =>
      this.#body('getBatch', { path: { id }, ...options }),

    lines: (
      id: string,
      options: ListOptions & { state?: IdentificationBatchLine['state'] } = {},
    ): Pages<IdentificationBatchLine> => this.#pages('listBatchedLines', { id }, { state: options.state }, options),
  };

  /** What was sent to your receivers. Solaris has no such thing. */
  readonly deliveries = {
    /** Newest first. `exhausted` are the dead letters. */
    list: (
      options: ListOptions & { state?: DeliveryState; subscriptionId?: string; notificationId?: string } = {},
    ): Pages<Delivery> => {
      const { state, subscriptionId: subscription_id, notificationId: notification_id } = options;
      return this.#pages('listDeliveries', undefined, { state, subscription_id, notification_id }, options);
    },

    /** With every attempt. */
    get: (id: string, options?: CallOptions): Promise<DeliveryDetails> =>
      this.#body('getDelivery', { path: { id }, ...options }),

    /** Sends one again, under its old notification id. */
    replay: (id: string, options?: CallOptions): Promise<Delivery> =>
      this.#body('replayDelivery', { path: { id }, ...options }),

    /** Sends those of a time again; answers how many. By default the rejected and the exhausted. */
    replayRange: async (
      range: { from: Date; to: Date; state?: Exclude<DeliveryState, 'pending'>; subscriptionId?: string },
      options?: CallOptions,
    ): Promise<number> => {
      const { state, subscriptionId: subscription_id } = range;
      const body = { from: range.from.toISOString(), to: range.to.toISOString(), state, subscription_id };
      return (await this.#body('replayDeliveries', { body, ...options })).deliveries;
    },
  };

  /** Everything that happened to identifications, in one order that never changes. Solaris has no such thing. */
  readonly events = {
    /**
     * From the cursor to the end, or for ever with `follow`. Keep the `cursor` of the last event that you have handled
     * and go on from it after any outage.
     */
    read: (options: FeedOptions = {}): AsyncGenerator<FeedEvent> => this.#feed(options),
  };

  /** Works for sandbox tenants only. */
  readonly sandbox = {
    clock: async (options?: CallOptions): Promise<Date> => new Date((await this.#body('readClock', options)).now),

    /** @param advance  ISO 8601 duration, such as `PT24H` */
    advanceClock: async (advance: string, options?: CallOptions): Promise<Date> =>
      new Date((await this.#body('moveClock', { body: { advance }, ...options })).now),

    /** Ends an identification as the provider would. */
    setOutcome: (identificationId: string, body: Outcome, options?: CallOptions): Promise<Identification> =>
      this.#body('setOutcome', { path: { id: identificationId }, body, ...options }),

    /** Plays a fault with a subscription until another is played or `endChaos`. */
    playChaos: (subscriptionId: string, body: Chaos, options?: CallOptions): Promise<SubscriptionHealth> =>
      this.#body('playChaos', { path: { id: subscriptionId }, body, ...options }),

    endChaos: (subscriptionId: string, options?: CallOptions): Promise<undefined> =>
      this.#body('endChaos', { path: { id: subscriptionId }, ...options }),

    /** Sets fields of a person that are otherwise not the partner's to set. */
    updatePerson: (id: string, body: BodyOf<'updatePersonForDevelopment'>, options?: CallOptions): Promise<Person> =>
      this.#body('updatePersonForDevelopment', { path: { person_id: id }, body, ...options }),

    /** Checks the document on file now, as it is checked each day. */
    checkDocument: (personId: string, options?: CallOptions): Promise<SuccessOf<'testDocumentUpdate'>> =>
      this.#body('testDocumentUpdate', { path: { person_id: personId }, ...options }),
  };

  async *#feed({ after, follow = false, intervalSeconds = 1, signal }: FeedOptions): AsyncGenerator<FeedEvent> {
    for (let cursor = after; ; ) {
      const query = { limit: FEED_PAGE, ...(cursor !== undefined && { after: Number(cursor) }) };
      const { events, has_more: hasMore, cursor: next } = await this.#body('listEvents', { query, signal });
      yield* events;
      cursor = next;
      if (hasMore) continue;
      if (!follow) return;
      await sleep(intervalSeconds, signal);
    }
  }

  async #body<O extends OperationName>(name: O, input?: CallInput<O>): Promise<SuccessOf<O>> {
    return (await this.#transport.call(name, input)).body;
  }

  #pages<O extends OperationName>(
    name: O,
    path: PathOf<O> | undefined,
    query: Partial<QueryOf<O>>,
    options: ListOptions,
  ): Pages<ItemOf<O>> {
    return new Pages<ItemOf<O>>(async (number, size) => {
      const paged = { ...query, 'page[number]': number, 'page[size]': size } as unknown as QueryOf<O>;
      const input: CallInput<O> = { query: paged, signal: options.signal };
      if (path !== undefined) input.path = path;
      const { body, headers } = await this.#transport.call(name, input);
      return { items: body as unknown as ItemOf<O>[], headers };
    }, options);
  }
}

function formOf({ type, file, name }: Upload): FormData {
  const form = new FormData();
  form.set('document_type', type);
  form.set('file', file, name);
  return form;
}
