import type { IdentResult, IdentStatus } from '@reident/domain';
import type { ReviewPolicy } from '@reident/domain/tenant-settings';
import type { Outcome } from '@reident/engine';
import type { Actor } from '@reident/store';
import type { ComparedField, Comparison } from './comparison.ts';

export type ReportLanguage = 'en' | 'de';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** Everything the report says by itself. What it found stands in the case. */
export interface ReportTexts {
  title: string;
  identification: string;
  page: (page: number, pages: number) => string;
  sandbox: string;
  policy: Words<ReviewPolicy>;
  weakPolicy: string;
  undecidedByPerson: string;
  limits: string;
  sections: Words<
    | 'summary'
    | 'person'
    | 'document'
    | 'comparison'
    | 'checks'
    | 'regions'
    | 'verdict'
    | 'decision'
    | 'pictures'
    | 'events'
  >;
  labels: Words<
    | 'partner'
    | 'identification'
    | 'person'
    | 'method'
    | 'status'
    | 'result'
    | 'reason'
    | 'requested'
    | 'submitted'
    | 'completed'
    | 'policy'
    | 'decidedBy'
    | 'engine'
    | 'format'
    | 'zone'
    | 'checkDigits'
    | 'repaired'
    | 'field'
    | 'onDocument'
    | 'onFile'
    | 'match'
    | 'question'
    | 'outcome'
    | 'seen'
    | 'because'
    | 'when'
    | 'event'
    | 'from'
    | 'to'
    | 'actor'
    | 'decision'
    | 'takenAt'
    | 'source'
    | 'digest'
    | 'region'
  >;
  empty: Words<'person' | 'document' | 'checks' | 'pictures' | 'decision' | 'value'>;
  status: Words<IdentStatus>;
  result: Words<IdentResult>;
  outcome: Words<Outcome>;
  match: Words<Comparison['match']>;
  actor: Words<Actor['kind']>;
  field: Words<ComparedField>;
  step: Readonly<Record<string, string>>;
  source: Words<'camera' | 'file' | 'sample'>;
  checkDigit: Words<'documentNumber' | 'birthDate' | 'expiryDate' | 'optionalData' | 'composite'>;
  right: string;
  wrong: string;
  attribute: Readonly<Record<string, string>>;
  decisionName: Readonly<Record<string, string>>;
  yes: string;
  no: string;
}

const en: ReportTexts = {
  title: 'KYC report',
  identification: 'Identification',
  page: (page, pages) => `Page ${page} of ${pages}`,
  sandbox: 'Sandbox: this identification was made for testing. It says nothing about a real person.',
  policy: {
    always: 'a person decides every identification',
    on_suspicion: 'a person decides only when the software is in doubt',
    never: 'no person decides; the software does',
  },
  weakPolicy: 'This partner has a review policy weaker than "always":',
  undecidedByPerson: 'No person took part in the decision on this identification.',
  limits:
    'The checks say what software measured in the pictures. A browser cannot prove that its camera is real. Times are in UTC.',
  sections: {
    summary: 'Summary',
    person: 'Person, data on file',
    document: 'Document, as read',
    comparison: 'Comparison',
    checks: 'Checks',
    regions: 'Where it was seen',
    verdict: 'Verdict of the software',
    decision: 'Decision',
    pictures: 'Pictures',
    events: 'History',
  },
  labels: {
    region: 'Part of a picture',
    partner: 'Partner',
    identification: 'Identification',
    person: 'Person',
    method: 'Method',
    status: 'Status',
    result: 'Result',
    reason: 'Reason',
    requested: 'Requested',
    submitted: 'Examined',
    completed: 'Completed',
    policy: 'Review policy',
    decidedBy: 'Decided by',
    engine: 'Engine',
    format: 'Format',
    zone: 'Machine-readable zone',
    checkDigits: 'Check digits',
    repaired: 'Characters repaired',
    field: 'Field',
    onDocument: 'On the document',
    onFile: 'On file',
    match: 'Comparison',
    question: 'Question',
    outcome: 'Outcome',
    seen: 'Seen',
    because: 'Because of',
    when: 'When',
    event: 'Event',
    from: 'From',
    to: 'To',
    actor: 'By',
    decision: 'Decision',
    takenAt: 'taken',
    source: 'source',
    digest: 'SHA-256 of the original',
  },
  empty: {
    person: 'No data on file for this person.',
    document: 'No machine-readable zone was read.',
    checks: 'The software has not examined this identification.',
    pictures: 'There are no pictures.',
    decision: 'No person has decided.',
    value: '–',
  },
  status: {
    created: 'created',
    pending: 'pending',
    pending_successful: 'pending, likely successful',
    pending_failed: 'pending, suspicion under review',
    successful: 'successful',
    aborted: 'aborted',
    canceled: 'canceled',
    failed: 'failed',
    expired: 'expired',
  },
  result: {
    SUCCESS: 'success',
    SUCCESS_DATA_CHANGED: 'success, data changed',
    ABORTED: 'aborted',
    CANCELED: 'canceled',
    FRAUD_SUSPICION_PENDING: 'fraud suspected',
    FRAUD_SUSPICION_CONFIRMED: 'fraud confirmed',
    FAILED: 'failed',
    REVIEW_PENDING: 'review pending',
    CHECK_PENDING: 'check pending',
  },
  outcome: { pass: 'passed', fail: 'failed', inconclusive: 'inconclusive', not_applicable: 'not asked' },
  match: { same: 'same', different: 'different', unsure: 'unsure', none: '–' },
  actor: {
    partner: 'partner',
    customer: 'customer',
    engine: 'software',
    robot: 'sandbox robot',
    operator: 'ident specialist',
    provider: 'provider',
    system: 'system',
  },
  field: {
    last_name: 'Last name',
    first_name: 'First names',
    birth_date: 'Date of birth',
    nationality: 'Nationality',
    sex: 'Sex',
    document_number: 'Document number',
    issuing_state: 'Issuing State',
    expiry_date: 'Valid until',
  },
  step: {
    document_front: 'Document, front',
    document_back: 'Document, back',
    document_data_page: 'Document, data page',
    security_video: 'Security features',
    proof_of_address: 'Proof of address',
    selfie: 'Selfie',
    liveness: 'Liveness check',
  },
  source: { camera: 'camera', file: 'file chosen by the customer', sample: 'sample drawn by the sandbox' },
  checkDigit: {
    documentNumber: 'document number',
    birthDate: 'date of birth',
    expiryDate: 'valid until',
    optionalData: 'optional data',
    composite: 'composite',
  },
  right: 'right',
  wrong: 'wrong',
  attribute: {
    salutation: 'Salutation',
    title: 'Title',
    first_name: 'First names',
    last_name: 'Last name',
    birth_date: 'Date of birth',
    birth_city: 'Place of birth',
    birth_country: 'Country of birth',
    nationality: 'Nationality',
    email: 'E-mail',
    mobile_number: 'Mobile number',
    address: 'Address',
  },
  decisionName: {
    approve: 'approved',
    cancel: 'canceled',
    suspect_fraud: 'fraud suspected',
    confirm_fraud: 'fraud confirmed',
  },
  yes: 'yes',
  no: 'no',
};

const de: ReportTexts = {
  title: 'KYC-Bericht',
  identification: 'Identifikation',
  page: (page, pages) => `Seite ${page} von ${pages}`,
  sandbox: 'Sandbox: Diese Identifikation ist ein Test. Sie sagt nichts über eine wirkliche Person.',
  policy: {
    always: 'ein Mensch entscheidet jede Identifikation',
    on_suspicion: 'ein Mensch entscheidet nur, wenn die Software zweifelt',
    never: 'kein Mensch entscheidet, sondern die Software',
  },
  weakPolicy: 'Für diesen Partner gilt eine schwächere Prüfregel als „immer“:',
  undecidedByPerson: 'An der Entscheidung über diese Identifikation war kein Mensch beteiligt.',
  limits:
    'Die Prüfungen sagen, was Software in den Bildern gemessen hat. Ein Browser kann nicht beweisen, dass seine Kamera echt ist. Zeiten sind in UTC.',
  sections: {
    summary: 'Zusammenfassung',
    person: 'Person, hinterlegte Daten',
    document: 'Dokument, wie gelesen',
    comparison: 'Vergleich',
    checks: 'Prüfungen',
    regions: 'Wo es zu sehen war',
    verdict: 'Urteil der Software',
    decision: 'Entscheidung',
    pictures: 'Bilder',
    events: 'Verlauf',
  },
  labels: {
    region: 'Bildausschnitt',
    partner: 'Partner',
    identification: 'Identifikation',
    person: 'Person',
    method: 'Verfahren',
    status: 'Status',
    result: 'Ergebnis',
    reason: 'Grund',
    requested: 'Angefordert',
    submitted: 'Untersucht',
    completed: 'Abgeschlossen',
    policy: 'Prüfregel',
    decidedBy: 'Entschieden von',
    engine: 'Software',
    format: 'Format',
    zone: 'Maschinenlesbare Zone',
    checkDigits: 'Prüfziffern',
    repaired: 'Berichtigte Zeichen',
    field: 'Feld',
    onDocument: 'Auf dem Dokument',
    onFile: 'Hinterlegt',
    match: 'Vergleich',
    question: 'Frage',
    outcome: 'Ausgang',
    seen: 'Gesehen',
    because: 'Wegen',
    when: 'Wann',
    event: 'Ereignis',
    from: 'Von',
    to: 'Nach',
    actor: 'Durch',
    decision: 'Entscheidung',
    takenAt: 'aufgenommen',
    source: 'Quelle',
    digest: 'SHA-256 des Originals',
  },
  empty: {
    person: 'Der Partner hat keine Daten zu dieser Person.',
    document: 'Es wurde keine maschinenlesbare Zone gelesen.',
    checks: 'Die Software hat diese Identifikation nicht untersucht.',
    pictures: 'Es gibt keine Bilder.',
    decision: 'Kein Mensch hat entschieden.',
    value: '–',
  },
  status: {
    created: 'angelegt',
    pending: 'offen',
    pending_successful: 'offen, voraussichtlich erfolgreich',
    pending_failed: 'offen, Verdacht wird geprüft',
    successful: 'erfolgreich',
    aborted: 'abgebrochen',
    canceled: 'zurückgewiesen',
    failed: 'gescheitert',
    expired: 'abgelaufen',
  },
  result: {
    SUCCESS: 'Erfolg',
    SUCCESS_DATA_CHANGED: 'Erfolg, Daten geändert',
    ABORTED: 'abgebrochen',
    CANCELED: 'zurückgewiesen',
    FRAUD_SUSPICION_PENDING: 'Betrugsverdacht',
    FRAUD_SUSPICION_CONFIRMED: 'Betrug bestätigt',
    FAILED: 'gescheitert',
    REVIEW_PENDING: 'wartet auf Durchsicht',
    CHECK_PENDING: 'wartet auf Prüfung',
  },
  outcome: { pass: 'bestanden', fail: 'nicht bestanden', inconclusive: 'unklar', not_applicable: 'nicht gestellt' },
  match: { same: 'gleich', different: 'verschieden', unsure: 'unklar', none: '–' },
  actor: {
    partner: 'Partner',
    customer: 'Kundin oder Kunde',
    engine: 'Software',
    robot: 'Roboter der Sandbox',
    operator: 'Ident-Fachkraft',
    provider: 'Anbieter',
    system: 'System',
  },
  field: {
    last_name: 'Nachname',
    first_name: 'Vornamen',
    birth_date: 'Geburtsdatum',
    nationality: 'Staatsangehörigkeit',
    sex: 'Geschlecht',
    document_number: 'Dokumentnummer',
    issuing_state: 'Ausstellender Staat',
    expiry_date: 'Gültig bis',
  },
  step: {
    document_front: 'Dokument, Vorderseite',
    document_back: 'Dokument, Rückseite',
    document_data_page: 'Dokument, Datenseite',
    security_video: 'Sicherheitsmerkmale',
    proof_of_address: 'Adressnachweis',
    selfie: 'Selfie',
    liveness: 'Lebendprüfung',
  },
  source: {
    camera: 'Kamera',
    file: 'von der Kundin oder dem Kunden gewählte Datei',
    sample: 'von der Sandbox gezeichnetes Muster',
  },
  checkDigit: {
    documentNumber: 'Dokumentnummer',
    birthDate: 'Geburtsdatum',
    expiryDate: 'gültig bis',
    optionalData: 'weitere Angaben',
    composite: 'Gesamtprüfziffer',
  },
  right: 'richtig',
  wrong: 'falsch',
  attribute: {
    salutation: 'Anrede',
    title: 'Titel',
    first_name: 'Vornamen',
    last_name: 'Nachname',
    birth_date: 'Geburtsdatum',
    birth_city: 'Geburtsort',
    birth_country: 'Geburtsland',
    nationality: 'Staatsangehörigkeit',
    email: 'E-Mail',
    mobile_number: 'Mobilnummer',
    address: 'Anschrift',
  },
  decisionName: {
    approve: 'angenommen',
    cancel: 'zurückgewiesen',
    suspect_fraud: 'Betrug vermutet',
    confirm_fraud: 'Betrug bestätigt',
  },
  yes: 'ja',
  no: 'nein',
};

export const REPORT_TEXTS: Record<ReportLanguage, ReportTexts> = { en, de };
