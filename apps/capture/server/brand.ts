import { brandVariables, DEFAULT_BRANDING, type Tenant } from '@reident/store';
import type { BrandView } from '../shared/protocol.ts';

/** What the pages of a tenant say of their own. */
export function brandView(tenant: Tenant | null): BrandView {
  return { texts: brandingOf(tenant).texts };
}

/** Our style sheet with the tenant's colours. They are `#rrggbb` and nothing else, because the rule of the setting lets no other text in. */
export function brandStyle(tenant: Tenant | null): string {
  const variables = Object.entries(brandVariables(brandingOf(tenant))).map(([name, value]) => `${name}:${value}`);
  return `html:root{${variables.join(';')}}`;
}

export function brandName(tenant: Tenant | null): string {
  return brandingOf(tenant).name ?? tenant?.name ?? '';
}

export function barColour(tenant: Tenant | null): string {
  return brandingOf(tenant).bar;
}

function brandingOf(tenant: Tenant | null) {
  return tenant?.settings.branding ?? DEFAULT_BRANDING;
}
