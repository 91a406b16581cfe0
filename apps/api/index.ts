/** Front door: the partner API. */

export { errorCodesOf, openApiDocument } from './contract/to-openapi.ts';
export { Gate } from './pipeline/gate.ts';
export { registerApi } from './pipeline/register-api.ts';
export { toErrorBody } from './pipeline/to-error-body.ts';
