/** Front door: the partner API. */

export { Gate } from './pipeline/gate.ts';
export { toErrorBody } from './pipeline/to-error-body.ts';
export { errorCodesOf, openApiDocument } from './reference/to-openapi.ts';
export { registerApi } from './register-api.ts';
