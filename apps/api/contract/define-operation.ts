import type { ErrorCode, PlatformError } from '@reident/domain';
import {
  type Answer,
  type HttpMethod,
  type RateLimits,
  type RouteInput,
  type RouteSchemas,
  type Shape,
  schemasOf,
} from '@reident/http';
import type { Platform, SmsSender } from '@reident/platform';
import type { Actor, Sql, TenantTx } from '@reident/store';
import type { z } from 'zod';

export type Tag = 'Authentication' | 'Persons' | 'Identifications' | 'Documents' | 'Webhooks' | 'Reident' | 'Sandbox';

/** The part named `file` of an upload; the content type was found by its first bytes. */
export interface UploadedFile {
  name: string;
  contentType: string;
  bytes: Buffer;
}

/** Who calls: known from the token alone, never from the request [API-2]. */
export interface Caller {
  tenantId: string;
  clientId: string;
  actor: Actor;
}

export interface CallContext {
  platform: Platform;
  caller: Caller;
  /** Carries codes to phones; live tenants need one. */
  sms: SmsSender;
}

/** Inside the one transaction that belongs to the call. */
export interface TenantContext extends CallContext {
  tx: TenantTx;
}

/** Outside a transaction, for calls that have to wait for somebody else's server in between. */
export interface UnlockedContext extends CallContext {
  inTenant<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
}

/** A call without a token: the token endpoints themselves. */
export interface OpenContext {
  platform: Platform;
  authorization: string | undefined;
  /** Address of the caller, for counting bad tries. */
  address: string;
  limits: RateLimits;
}

export interface OperationInput<P extends Shape, Q extends Shape, B extends z.ZodType>
  extends Omit<RouteInput<P, Q, Shape, B>, 'headers'> {
  /** The part named `file`, where the operation takes an upload. */
  file: UploadedFile;
}

/** What came in, once it was validated; the operation's own schemas say what the parts are. */
export interface RequestInput {
  params: unknown;
  query: unknown;
  body?: unknown;
  file?: UploadedFile;
}

/** An error whose traces are kept: the transaction commits, and then the caller hears the error. A wrong code is counted so. */
export class CommittedError {
  readonly error: PlatformError;

  constructor(error: PlatformError) {
    this.error = error;
  }
}

export interface OperationText {
  method: HttpMethod;
  path: `/${string}`;
  tag: Tag;
  summary: string;
  description?: string;
}

interface Contract<P extends Shape, Q extends Shape, B extends z.ZodType, A extends z.ZodType> extends OperationText {
  params?: P;
  query?: Q;
  body?: B;
  /** How the body is written; `json` where nothing is said. */
  consumes?: 'json' | 'form' | 'multipart';
  /** What a part named `file` is: a document, or a table of lines, which the operation itself looks into. */
  takes?: 'document' | 'table';
  /** Status of a success; 200 where nothing is said. */
  status?: 200 | 201 | 202 | 204;
  /** Body of a success: a schema, or a media type where bytes are answered. */
  answer: A | 'nothing' | 'file';
  /** Other successes and, for the token endpoints, the errors that have a shape of their own. */
  alsoAnswers?: Readonly<Record<number, z.ZodType>>;
  /** The list has pages: `total`, page size and `link` are in the headers. */
  paged?: boolean;
  errors: readonly ErrorCode[];
  /** Works only for tenants created as sandbox [API-10]. */
  sandboxOnly?: boolean;
  /** Bodies for the reference pages. */
  example?: { request?: unknown; answer?: unknown };
}

type Reply<A extends z.ZodType> = Promise<z.output<A> | Answer | CommittedError>;

interface Handlers<P extends Shape, Q extends Shape, B extends z.ZodType, A extends z.ZodType> {
  /** What `handle` reads first, so that it travels with the beginning of the transaction. */
  prefetch?(input: OperationInput<P, Q, B>, tenantId: string): Sql[];
  handle?(input: OperationInput<P, Q, B>, context: TenantContext): Reply<A>;
  handleUnlocked?(input: OperationInput<P, Q, B>, context: UnlockedContext): Reply<A>;
  handleOpen?(input: OperationInput<P, Q, B>, context: OpenContext): Reply<A>;
}

/** An operation as the router and the OpenAPI document see it: every type forgotten, every schema present. */
export interface Operation
  extends RouteSchemas,
    Required<Pick<Contract<Shape, Shape, z.ZodType, z.ZodType>, 'consumes' | 'status' | 'takes'>> {
  text: OperationText;
  answer: z.ZodType | 'nothing' | 'file';
  alsoAnswers: Readonly<Record<number, z.ZodType>>;
  paged: boolean;
  errors: readonly ErrorCode[];
  sandboxOnly: boolean;
  example: { request?: unknown; answer?: unknown };
  run: OperationRun;
}

export interface NamedOperation extends Operation {
  name: string;
}

export type OperationRun =
  | {
      kind: 'tenant';
      prefetch(input: unknown, tenantId: string): Sql[];
      call(input: unknown, context: TenantContext): Promise<unknown>;
    }
  | { kind: 'unlocked'; call(input: unknown, context: UnlockedContext): Promise<unknown> }
  | { kind: 'open'; call(input: unknown, context: OpenContext): Promise<unknown> };

/**
 * One operation of the API. The definition is the contract: routes, validation, types and OpenAPI come from it.
 *
 * Exactly one way to handle the call is given. `handle` runs inside one transaction of the caller's tenant;
 * `handleUnlocked` opens its own, because it waits for another server; `handleOpen` needs no token.
 */
export function defineOperation<
  P extends Shape = Record<never, never>,
  Q extends Shape = Record<never, never>,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodNever,
>(definition: Contract<P, Q, B, A> & Handlers<P, Q, B, A>): Operation {
  const { method, path, tag, summary, description } = definition;
  return {
    text: { method, path, tag, summary, description },
    ...schemasOf(definition),
    consumes: definition.consumes ?? 'json',
    takes: definition.takes ?? 'document',
    status: definition.status ?? 200,
    answer: definition.answer,
    alsoAnswers: definition.alsoAnswers ?? {},
    paged: definition.paged ?? false,
    errors: definition.errors,
    sandboxOnly: definition.sandboxOnly ?? false,
    example: definition.example ?? {},
    run: runOf(definition),
  };
}

/** The input was validated by this definition's own schemas, which is what makes the casts true. */
function runOf<P extends Shape, Q extends Shape, B extends z.ZodType, A extends z.ZodType>(
  definition: OperationText & Handlers<P, Q, B, A>,
): OperationRun {
  const { prefetch, handle, handleUnlocked, handleOpen } = definition;
  if (handle)
    return {
      kind: 'tenant',
      prefetch: (input, tenantId) => prefetch?.(input as OperationInput<P, Q, B>, tenantId) ?? [],
      call: (input, context) => handle(input as OperationInput<P, Q, B>, context),
    };
  if (handleUnlocked)
    return { kind: 'unlocked', call: (input, context) => handleUnlocked(input as OperationInput<P, Q, B>, context) };
  if (handleOpen)
    return { kind: 'open', call: (input, context) => handleOpen(input as OperationInput<P, Q, B>, context) };
  throw new Error(`${definition.method} ${definition.path} says nothing about how it is handled`);
}
