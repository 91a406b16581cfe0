/** Front door: the partner API. */

export { registerApi } from './register-api.ts';
export { toErrorBody } from './to-error-body.ts';
export { errorCodesOf, openApiDocument } from './to-openapi.ts';
