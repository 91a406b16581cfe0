import { routesFor } from '@reident/http';
import type { Visit } from '../capture.ts';
import type { FoundSession } from './act-in-session.ts';

/** A call of somebody who has a session. */
export interface SessionVisit extends Visit {
  found: FoundSession;
}

export const sessionRoute = routesFor<SessionVisit>();
