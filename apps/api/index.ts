/** Front door: the partner API. */

export { registerApi } from './register-api.ts';
export { errorCodesOf, openApiDocument } from './to-openapi.ts';
