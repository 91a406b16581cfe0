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
  /** Below a table in which a character is given by its number. */
  lackedLetters: string;
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
    | 'mrz'
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
  sandbox: 'Sandbox: this is a test identification. It says nothing about a real person.',
  policy: {
    always: 'a person decides on every identification',
    on_suspicion: 'a person decides only if the software is in doubt',
    never: 'no person decides; the software does',
  },
  weakPolicy: 'This partner has a review policy weaker than "always":',
  undecidedByPerson: 'No person took part in the decision on this identification.',
  limits:
    'The checks report what the software measured in the images. A browser cannot prove that its camera is real. All times are in UTC.',
  lackedLetters:
    'Characters that the fonts of this report do not contain are given by their Unicode number, for example [U+738B].',
  sections: {
    summary: 'Summary',
    person: 'Person on file',
    document: 'Document as read',
    comparison: 'Comparison',
    checks: 'Checks',
    regions: 'Evidence in the images',
    verdict: 'Engine result',
    decision: 'Decision',
    pictures: 'Images',
    events: 'History',
  },
  labels: {
    region: 'Image detail',
    partner: 'Partner',
    person: 'Person',
    method: 'Method',
    status: 'Status',
    result: 'Result',
    reason: 'Reason',
    requested: 'Requested',
    submitted: 'Checked',
    completed: 'Completed',
    policy: 'Review policy',
    decidedBy: 'Decided by',
    engine: 'Engine version',
    format: 'Format',
    mrz: 'Machine-readable zone',
    checkDigits: 'Check digits',
    repaired: 'Characters corrected',
    field: 'Field',
    onDocument: 'On the document',
    onFile: 'On file',
    match: 'Match',
    question: 'Check',
    outcome: 'Outcome',
    seen: 'Observed',
    because: 'Deciding checks',
    when: 'Time (UTC)',
    actor: 'By',
    decision: 'Decision',
    takenAt: 'taken',
    source: 'source',
    digest: 'SHA-256 of the original',
  },
  empty: {
    person: 'No data on file for this person.',
    document: 'No machine-readable zone was read.',
    checks: 'The engine has not checked this identification.',
    pictures: 'There are no images.',
    decision: 'No person has made a decision.',
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
  outcome: { pass: 'passed', fail: 'failed', inconclusive: 'inconclusive', not_applicable: 'not applicable' },
  match: { same: 'same', different: 'different', unsure: 'unclear', none: '–' },
  actor: {
    partner: 'partner',
    customer: 'customer',
    engine: 'engine',
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
  source: { camera: 'camera', file: 'file uploaded by the customer', sample: 'synthetic image from the sandbox' },
  checkDigit: {
    documentNumber: 'document number',
    birthDate: 'date of birth',
    expiryDate: 'valid until',
    optionalData: 'optional data',
    composite: 'composite',
  },
  right: 'correct',
  wrong: 'incorrect',
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
  sandbox: 'Sandbox: Diese Identifikation ist ein Test. Sie sagt nichts über eine reale Person aus.',
  policy: {
    always: 'über jede Identifikation entscheidet ein Mensch',
    on_suspicion: 'ein Mensch entscheidet nur im Zweifelsfall',
    never: 'die Software entscheidet allein',
  },
  weakPolicy: 'Für diesen Partner gilt eine schwächere Prüfregel als „immer“:',
  undecidedByPerson: 'An der Entscheidung über diese Identifikation war kein Mensch beteiligt.',
  limits:
    'Die Prüfungen geben wieder, was die Software in den Bildern gemessen hat. Ein Browser kann nicht nachweisen, dass seine Kamera echt ist. Alle Zeiten in UTC.',
  lackedLetters:
    'Zeichen, die in den Schriften dieses Berichts fehlen, sind durch ihre Unicode-Nummer ersetzt, zum Beispiel [U+738B].',
  sections: {
    summary: 'Zusammenfassung',
    person: 'Beim Partner hinterlegte Person',
    document: 'Ausgelesenes Dokument',
    comparison: 'Vergleich',
    checks: 'Prüfungen',
    regions: 'Fundstellen in den Bildern',
    verdict: 'Ergebnis der Software',
    decision: 'Entscheidung',
    pictures: 'Bilder',
    events: 'Verlauf',
  },
  labels: {
    region: 'Bildausschnitt',
    partner: 'Partner',
    person: 'Person',
    method: 'Verfahren',
    status: 'Status',
    result: 'Ergebnis',
    reason: 'Grund',
    requested: 'Angefordert',
    submitted: 'Geprüft',
    completed: 'Abgeschlossen',
    policy: 'Prüfregel',
    decidedBy: 'Entschieden von',
    engine: 'Softwareversion',
    format: 'Format',
    mrz: 'Maschinenlesbare Zone',
    checkDigits: 'Prüfziffern',
    repaired: 'Korrigierte Zeichen',
    field: 'Feld',
    onDocument: 'Auf dem Dokument',
    onFile: 'Beim Partner hinterlegt',
    match: 'Abgleich',
    question: 'Prüffrage',
    outcome: 'Ergebnis',
    seen: 'Beobachtung',
    because: 'Ausschlaggebend',
    when: 'Zeit (UTC)',
    actor: 'Durch',
    decision: 'Entscheidung',
    takenAt: 'aufgenommen',
    source: 'Quelle',
    digest: 'SHA-256 des Originals',
  },
  empty: {
    person: 'Der Partner hat zu dieser Person keine Daten hinterlegt.',
    document: 'Es wurde keine maschinenlesbare Zone gelesen.',
    checks: 'Die Software hat diese Identifikation nicht geprüft.',
    pictures: 'Es gibt keine Bilder.',
    decision: 'Es hat kein Mensch entschieden.',
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
    failed: 'fehlgeschlagen',
    expired: 'abgelaufen',
  },
  result: {
    SUCCESS: 'Erfolg',
    SUCCESS_DATA_CHANGED: 'Erfolg, Daten geändert',
    ABORTED: 'abgebrochen',
    CANCELED: 'zurückgewiesen',
    FRAUD_SUSPICION_PENDING: 'Betrugsverdacht',
    FRAUD_SUSPICION_CONFIRMED: 'Betrug bestätigt',
    FAILED: 'fehlgeschlagen',
    REVIEW_PENDING: 'manuelle Prüfung ausstehend',
    CHECK_PENDING: 'Prüfung ausstehend',
  },
  outcome: { pass: 'bestanden', fail: 'nicht bestanden', inconclusive: 'unklar', not_applicable: 'entfällt' },
  match: { same: 'gleich', different: 'verschieden', unsure: 'unklar', none: '–' },
  actor: {
    partner: 'Partner',
    customer: 'Kundin oder Kunde',
    engine: 'Software',
    robot: 'Sandbox-Roboter',
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
    liveness: 'Lebenderkennung',
  },
  source: {
    camera: 'Kamera',
    file: 'von der Kundin oder dem Kunden hochgeladene Datei',
    sample: 'synthetisches Bild der Sandbox',
  },
  checkDigit: {
    documentNumber: 'Dokumentnummer',
    birthDate: 'Geburtsdatum',
    expiryDate: 'Ablaufdatum',
    optionalData: 'optionale Angaben',
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
