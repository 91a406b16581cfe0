/** Front door: the partner API. */

export { Gate } from './gate.ts';
export { registerApi } from './register-api.ts';
export { toErrorBody } from './to-error-body.ts';
export { errorCodesOf, openApiDocument } from './to-openapi.ts';
