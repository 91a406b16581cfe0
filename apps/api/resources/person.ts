import type { Person, PersonAttributes } from '@reident/store';
import { z } from 'zod';
import { answerComponent, requestComponent } from '../contract/components.ts';
import { CountryCode, Day, idOf, nameText, Timestamp, text } from '../contract/schemas.ts';

export const PersonId = idOf('person', 'cper');

// biome-ignore format: one line
const TITLES = ['DR', 'MAGISTER', 'PROF', 'PROF_DR', 'BOTSCH', 'DIPL_PAD', 'DIPL_BETRIEBSW', 'DIPL_ING', 'DIPL_KFFR', 'DIPL_KFM', 'DIPL_VOLKSW', 'DR_DR', 'DR_E_H', 'DR_H_C', 'DR_ING', 'DR_ING_HAB', 'MAG', 'NOT', 'PROF_DR_DR', 'PROF_DR_H_C', 'PROF_DR_ING', 'PROF_ING', 'RA_U_NOT', 'RAE', 'RA', 'RA_DR'] as const;
// biome-ignore format: one line
const EMPLOYMENTS = ['EMPLOYED', 'UNEMPLOYED', 'PUBLIC_SECTOR_EMPLOYEE', 'PROFESSIONAL_SOLDIER', 'FREELANCER', 'HOUSEWORK', 'APPRENTICE', 'MANAGEMENT', 'RETIRED', 'STUDENT', 'SELF_EMPLOYED', 'MILITARY_OR_COMMUNITY_SERVICE'] as const;
const SCREENINGS = ['NOT_SCREENED', 'POTENTIAL_MATCH', 'SCREENED_ACCEPTED', 'SCREENED_DECLINED'] as const;
// biome-ignore format: one line
const CLASSIFICATIONS = ['NOT_SCORED', 'POTENTIAL_RISK', 'NORMAL_RISK', 'INFORMATION_REQUESTED', 'INFORMATION_RECEIVED', 'RISK_ACCEPTED', 'RISK_REJECTED', 'CUSTOMER_UNRESPONSIVE', 'SCORING_NOT_REQUIRED'] as const;
// biome-ignore format: one line
const VETTINGS = ['NOT_VETTED', 'NO_MATCH', 'POTENTIAL_MATCH', 'INFORMATION_REQUESTED', 'INFORMATION_RECEIVED', 'RISK_ACCEPTED', 'RISK_REJECTED', 'CUSTOMER_UNRESPONSIVE', 'VETTING_NOT_REQUIRED'] as const;

const ADDRESS_PARTS = {
  line_1: text(),
  line_2: text(),
  postal_code: text(20),
  city: text(),
  country: CountryCode,
  state: text(10),
};
const AddressInput = requestComponent('AddressInput', z.object(optional(ADDRESS_PARTS)));
export const AddressResource = answerComponent('Address', z.object(nullable(ADDRESS_PARTS)));

const TAX_PARTS = { tax_assessment: text(50), marital_status: text(50) };
const TaxInput = requestComponent('TaxInformationInput', z.object(optional(TAX_PARTS)));
const TaxResource = answerComponent('TaxInformation', z.object(nullable(TAX_PARTS)));

/** Who may change a field that already has a value. */
export type ChangeRule =
  /** The customer, through a change request. */
  | 'authorized'
  /** Nobody through PATCH; an identification may. */
  | 'fixed'
  /** Nobody outside: the partner cannot send it at all. */
  | 'ours';

/** The fields of a person, in the order of the answer. */
// biome-ignore format: a table
export const PERSON_FIELDS = {
  //                                    shape                       change once set  certainty, source
  salutation:                     field(z.enum(['MR', 'MS']),       'authorized'), // published, API reference, persons
  title:                          field(z.enum(TITLES),             'authorized'), // published
  first_name:                     field(nameText(50),               'fixed'),      // published; seen: fixed
  last_name:                      field(nameText(50),               'fixed'),      // published; seen: fixed
  address:                        field(AddressInput,               'authorized', AddressResource),
  contact_address:                field(AddressInput,               'authorized', AddressResource),
  email:                          field(text(),                     'authorized'),
  mobile_number:                  field(text(40),                   'fixed'),      // legacy attribute: not the verified number
  birth_name:                     field(text(50),                   'fixed'),
  birth_city:                     field(text(),                     'fixed'),
  birth_province:                 field(text(),                     'authorized'),
  birth_post_code:                field(text(20),                   'authorized'),
  birth_date:                     field(Day,                        'fixed'),
  birth_country:                  field(CountryCode,                'fixed'),
  nationality:                    field(CountryCode,                'fixed'),
  employment_status:              field(z.enum(EMPLOYMENTS),        'authorized'),
  job_title:                      field(text(),                     'authorized'),
  tax_information:                field(TaxInput,                   'authorized', TaxResource),
  fatca_relevant:                 field(z.boolean(),                'authorized'),
  fatca_crs_confirmed_at:         field(Timestamp,                  'authorized'),
  terms_conditions_signed_at:     field(Timestamp,                  'authorized'),
  data_terms_signed_at:           field(Timestamp,                  'authorized'),
  own_economic_interest_signed_at: field(Timestamp,                 'fixed'),
  business_purpose:               field(text(1000),                 'authorized'),
  business_trading_name:          field(text(),                     'authorized'),
  vat_number:                     field(text(50),                   'authorized'),
  website_social_media:           field(text(1000),                 'authorized'),
  nace_code:                      field(text(20),                   'authorized'),
  registration_number:            field(text(100),                  'authorized'),
  business_address_line_1:        field(text(),                     'authorized'),
  business_address_line_2:        field(text(),                     'authorized'),
  business_postal_code:           field(text(20),                   'authorized'),
  business_city:                  field(text(),                     'authorized'),
  business_country:               field(CountryCode,                'authorized'),
  industry:                       field(text(),                     'authorized'), // deprecated in favour of nace_code
  industry_key:                   field(text(),                     'authorized'), // deprecated in favour of nace_code
  expected_monthly_revenue_cents: field(z.int().min(0),             'authorized'),
  annual_income_range:            field(text(100),                  'authorized'), // seen; values unknown
  branch:                         field(text(20),                   'authorized'), // seen
  work_country:                   field(CountryCode,                'authorized'), // seen
  work_province:                  field(text(),                     'authorized'), // seen
  self_declared_as_pep:           field(z.boolean(),                'authorized'), // seen
  international_operativity_expectation: field(z.array(text(100)).max(50), 'authorized'), // seen
  aml_confirmed_on:               field(Day,                        'authorized'),
  aml_follow_up_date:             field(Day,                        'ours'),
  flagged_by_compliance:          field(z.boolean(),                'ours'),
  screening_progress:             field(z.enum(SCREENINGS),         'ours'),
  risk_classification_status:     field(z.enum(CLASSIFICATIONS),    'ours'),
  customer_vetting_status:        field(z.enum(VETTINGS),           'ours'),
  legitimation_valid_until:       field(Day,                        'ours'),       // seen
} as const satisfies Record<string, PersonField>;

export type PersonFieldName = keyof typeof PERSON_FIELDS;

interface PersonField<S extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  accepts: S;
  answers: A;
  change: ChangeRule;
}

function field<S extends z.ZodType, A extends z.ZodType = S>(
  accepts: S,
  change: ChangeRule,
  answers?: A,
): PersonField<S, A> {
  return { accepts, answers: (answers ?? accepts) as A, change };
}

export const PERSON_FIELD_NAMES = Object.keys(PERSON_FIELDS) as PersonFieldName[];
const sentNames = PERSON_FIELD_NAMES.filter((name) => PERSON_FIELDS[name].change !== 'ours');

/** What a partner may send. Unknown fields are dropped, `null` changes nothing, nothing is required. */
export const PersonInput = requestComponent(
  'PersonInput',
  z.object({
    ...Object.fromEntries(sentNames.map((name) => [name, PERSON_FIELDS[name].accepts.optional()])),
    identified_at: Timestamp.optional().describe(
      'When the person was last identified elsewhere; only read at creation. A field of this platform.',
    ),
  }),
);

export const PersonResource = answerComponent(
  'Person',
  z.object({
    id: PersonId,
    ...Object.fromEntries(PERSON_FIELD_NAMES.map((name) => [name, answerShape(name)])),
    identified_at: Timestamp.nullable().describe('When the person was last identified. A field of this platform.'),
  }),
);

/** Values are limited on the way in; on the way out only their type is promised. */
function answerShape(name: PersonFieldName): z.ZodType {
  const { answers } = PERSON_FIELDS[name];
  if (answers instanceof z.ZodObject) return answers;
  if (answers instanceof z.ZodString) return z.string().nullable();
  return answers.nullable();
}

/** What an object answers for when nothing is set: its members, not null itself (seen in a partner's mock). */
const UNSET: Readonly<Record<string, unknown>> = {
  address: emptyOf(ADDRESS_PARTS),
  contact_address: emptyOf(ADDRESS_PARTS),
  tax_information: { tax_assessment: null, marital_status: 'UNKNOWN' },
};

/** The person as answered: every key, null where nothing is known. */
export function toPersonResource(person: Person): z.output<typeof PersonResource> {
  const fields = PERSON_FIELD_NAMES.map((name) => [name, answered(name, person.attributes[name])]);
  return {
    id: person.id,
    ...Object.fromEntries(fields),
    identified_at: person.identifiedAt?.toISOString() ?? null,
  };
}

function answered(name: PersonFieldName, value: unknown): unknown {
  const unset = UNSET[name];
  if (unset !== undefined) return { ...unset, ...(typeof value === 'object' ? value : {}) };
  // `N/A` stands for "has no last name" and is answered as an empty one.
  if (name === 'last_name' && value === 'N/A') return '';
  return value ?? null;
}

/** An address with all its members, null where nothing is known. */
export function toAddress(address: PersonAttributes['address']): z.output<typeof AddressResource> {
  return { line_1: null, line_2: null, postal_code: null, city: null, country: null, state: null, ...address };
}

/** The sent fields in the form in which they are kept: days without a time, times in UTC, numbers without separators. */
export function toAttributes({ identified_at, ...sent }: z.output<typeof PersonInput>): PersonAttributes {
  const kept = Object.entries(sent).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept.map(([name, value]) => [name, normalized(name, value)]));
}

function normalized(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (name === 'mobile_number') return value.replace(/[\s\-_/]/g, '');
  const { accepts } = PERSON_FIELDS[name as PersonFieldName];
  if (accepts === Timestamp) return new Date(value).toISOString();
  return accepts === Day ? value.slice(0, 10) : value;
}

type Optional<S extends Record<string, z.ZodType>> = { [K in keyof S]: z.ZodOptional<S[K]> };
type Nullable<S extends Record<string, z.ZodType>> = { [K in keyof S]: z.ZodNullable<z.ZodString> };

function optional<S extends Record<string, z.ZodType>>(parts: S): Optional<S> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.optional()])) as Optional<S>;
}

function nullable<S extends Record<string, z.ZodType>>(parts: S): Nullable<S> {
  return Object.fromEntries(Object.keys(parts).map((name) => [name, z.string().nullable()])) as Nullable<S>;
}

function emptyOf(parts: object): Record<string, null> {
  return Object.fromEntries(Object.keys(parts).map((name) => [name, null]));
}
