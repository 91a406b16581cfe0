import { ROLES } from '../../shared/roles.ts';
import type { MeView } from '../../shared/view.ts';
import { consoleRoute } from '../route.ts';

/** Who is signed in, where, and with which rights. */
export const me = consoleRoute({
  method: 'GET',
  path: '/me',
  right: null,
  async handle(_, { operator, inTenant }): Promise<MeView> {
    const tenant = await inTenant(async (tx) => tx.tenant);
    return {
      operatorId: operator.id,
      displayName: operator.displayName,
      role: operator.role,
      rights: [...ROLES[operator.role].rights],
      tenant: { name: tenant.name, kind: tenant.kind, reviewPolicy: tenant.settings.reviewPolicy },
    };
  },
});
