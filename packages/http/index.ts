/** Front door: what the servers of partner API, capture page, console and shell share. */
export { type HostCookie, hostCookie } from './cookie.ts';
export { Answer, addRoute, type HttpMethod, type Route, routesFor, sendAnswer } from './define-route.ts';
export { type Audience, answerErrors, type Problem, type ServerError, type Told, toProblem } from './problem.ts';
export { openRateLimits, RATE_LIMITS, type RateLimit, type RateLimitName, type RateLimits } from './rate-limit.ts';
export {
  InvalidRequest,
  type Issue,
  type Place,
  type RouteInput,
  type RouteSchemas,
  readInput,
  type Shape,
  schemasOf,
  validate,
} from './read-input.ts';
export { isSameOrigin, type SameOriginRule } from './same-origin.ts';
export { IMMUTABLE, serveFile, serveFolder } from './static.ts';
export { WITHOUT_SCHEMAS } from './without-schemas.ts';
