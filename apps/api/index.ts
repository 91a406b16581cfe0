/** Front door: the partner API. */

export { PARTNER } from './pipeline/audience.ts';
export { Gate } from './pipeline/gate.ts';

export { errorCodesOf, openApiDocument } from './reference/to-openapi.ts';
export { registerApi } from './register-api.ts';
