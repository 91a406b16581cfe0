/**
 * What checks observe: every name under which a finding may say what was seen, in the words of people, with its unit. The compiler
 * holds the checks to these rows. Loads nothing, so that pages can use it.
 */
export type ObservedUnit = '' | 'share' | '°' | 'px' | 'years' | 's';
export type ObservedLanguage = 'en' | 'de';
export type ObservedValue = string | number | boolean | null;

type Row = readonly [en: string, de: string, unit: ObservedUnit];

// biome-ignore format: a table
export const OBSERVED = {
  //                        English                                   German                                       unit
  // the person, and what the partner knows
  person:                 [ 'on file',                                'hinterlegt',                                '' ],
  birthDate:              [ 'date of birth',                          'Geburtsdatum',                              '' ],
  ageYears:               [ 'age',                                    'Alter',                                     'years' ],
  minimumAgeYears:        [ 'minimum age',                            'Mindestalter',                              'years' ],
  nationality:            [ 'nationality',                            'Staatsangehörigkeit',                       '' ],
  name:                   [ 'name',                                   'Name',                                      '' ],
  differences:            [ 'differences',                            'Unterschiede',                              '' ],
  address:                [ 'address',                                'Anschrift',                                 '' ],
  street:                 [ 'street found',                           'Straße gefunden',                           '' ],
  postalCode:             [ 'postal code found',                      'Postleitzahl gefunden',                     '' ],
  city:                   [ 'city found',                             'Ort gefunden',                              '' ],
  proof:                  [ 'proof of address shown',                 'Adressnachweis gezeigt',                    '' ],
  required:               [ 'required',                               'verlangt',                                  '' ],
  // the document and what stands on it
  document:               [ 'document',                               'Dokument',                                  '' ],
  kind:                   [ 'kind',                                   'Art',                                       '' ],
  issuingState:           [ 'issued by',                              'ausgestellt von',                           '' ],
  issuingStateName:       [ 'State',                                  'Staat',                                     '' ],
  documentNumber:         [ 'document number',                        'Dokumentnummer',                            '' ],
  primaryIdentifier:      [ 'surname',                                'Nachname',                                  '' ],
  secondaryIdentifier:    [ 'given names',                            'Vornamen',                                  '' ],
  expiryDate:             [ 'valid until',                            'gültig bis',                                '' ],
  capturedOn:             [ 'captured on',                            'aufgenommen am',                            '' ],
  longestValidityYears:   [ 'longest validity',                       'längste Gültigkeit',                        'years' ],
  readFrom:               [ 'read from',                              'gelesen von',                               '' ],
  mrz:                    [ 'machine-readable zone',                  'maschinenlesbare Zone',                     '' ],
  viz:                    [ 'VIZ text',                               'Text der Sichtprüfzone',                    '' ],
  text:                   [ 'text',                                   'Text',                                      '' ],
  lines:                  [ 'printed lines',                          'gedruckte Zeilen',                          '' ],
  wrong:                  [ 'wrong check digits and fields',          'falsche Prüfziffern und Felder',            '' ],
  repaired:               [ 'characters repaired',                    'berichtigte Zeichen',                       '' ],
  confidence:             [ 'confidence (log probability)',           'Sicherheit (log. Wahrscheinlichkeit)',      '' ],
  shape:                  [ 'shape of the number',                    'Form der Nummer',                           '' ],
  mark:                   [ 'mark of a specimen',                     'Kennzeichen eines Musters',                 '' ],
  word:                   [ 'word of a specimen',                     'Wort eines Musters',                        '' ],
  overprint:              [ 'overprint',                              'Überdruck',                                 '' ],
  differs:                [ 'one value differs in',                   'ein Wert weicht ab in',                     '' ],
  deviation:              [ 'by (see the threshold’s unit)',          'um (Einheit wie beim Grenzwert)',           '' ],
  comparedTraits:         [ 'typographic traits compared',            'verglichene Schriftmerkmale',               '' ],
  comparedValues:         [ 'VIZ values compared',                    'verglichene Werte der Sichtprüfzone',       '' ],
  strokes:                [ 'pen strokes',                            'Stiftstriche',                              '' ],
  strokesBesideText:      [ 'strokes beside the text',                'Striche neben dem Text',                    '' ],
  crossedLines:           [ 'printed lines crossed',                  'gekreuzte Zeilen',                          '' ],
  length:                 [ 'length (parts of the document’s width)', 'Länge (Anteil der Dokumentbreite)',         '' ],
  // its pictures
  step:                   [ 'picture',                                'Bild',                                      '' ],
  pictures:               [ 'pictures',                               'Bilder',                                    '' ],
  picture:                [ 'picture',                                'Bild',                                      '' ],
  outline:                [ 'outline found',                          'Umriss gefunden',                           '' ],
  mrzFound:               [ 'machine-readable zone found',            'maschinenlesbare Zone gefunden',            '' ],
  portrait:               [ 'portrait',                               'Lichtbild',                                 '' ],
  shown:                  [ 'shown',                                  'gezeigt',                                   '' ],
  dataRead:               [ 'data was read',                          'Daten wurden gelesen',                      '' ],
  sharpness:              [ 'sharpness',                              'Schärfe',                                   '' ],
  brightness:             [ 'brightness (0–255)',                     'Helligkeit (0–255)',                        '' ],
  glareFraction:          [ 'share of glare',                         'Anteil der Lichtreflexe',                   'share' ],
  documentGlare:          [ 'share of glare on the document',         'Anteil der Lichtreflexe auf dem Dokument',  'share' ],
  sideRatio:              [ 'side ratio',                             'Seitenverhältnis',                          '' ],
  coverage:               [ 'share of the picture',                   'Anteil am Bild',                            'share' ],
  cutOff:                 [ 'cut off',                                'abgeschnitten',                             '' ],
  occludedFraction:       [ 'share occluded',                         'verdeckter Anteil',                         'share' ],
  mirrored:               [ 'mirrored',                               'spiegelverkehrt',                           '' ],
  pattern:                [ 'pattern of a screen',                    'Muster eines Bildschirms',                  '' ],
  recaptureLuma:          [ 'pattern in brightness',                  'Muster in der Helligkeit',                  '' ],
  recaptureColour:        [ 'pattern in colour',                      'Muster in der Farbe',                       '' ],
  hueSpread:              [ 'spread of hue',                          'Streuung der Farbtöne',                     '' ],
  framedSides:            [ 'sides with a dark straight frame',       'Seiten mit dunklem, geradem Rahmen',        '' ],
  sheetFraction:          [ 'share of white sheet around',            'Anteil weißen Blatts ringsum',              'share' ],
  printedPale:            [ 'kind is printed pale',                   'Art ist blass gedruckt',                    '' ],
  grainRatio:             [ 'grain of the portrait over the page’s',  'Körnung des Lichtbilds zur Seite',          '' ],
  frameTurnDegrees:       [ 'frame of the portrait turned by',        'Rahmen des Lichtbilds gedreht um',          '°' ],
  // its video
  stored:                 [ 'stored',                                 'gespeichert',                               '' ],
  asked:                  [ 'asked for',                              'verlangt',                                  '' ],
  leftOut:                [ 'left out',                               'ausgelassen',                               '' ],
  clip:                   [ 'clip',                                   'Film',                                      '' ],
  format:                 [ 'format',                                 'Format',                                    '' ],
  playable:               [ 'can be played',                          'abspielbar',                                '' ],
  seconds:                [ 'length',                                 'Länge',                                     's' ],
  frames:                 [ 'frames',                                 'Einzelbilder',                              '' ],
  framesWithDocument:     [ 'frames with the document',               'Einzelbilder mit Dokument',                 '' ],
  framesCompared:        [ 'frames compared',                        'verglichene Einzelbilder',                  '' ],
  facesSeen:              [ 'faces seen',                             'gesehene Gesichter',                        '' ],
  tilted:                 [ 'tilted',                                 'gekippt',                                   '' ],
  tilt:                   [ 'change of its sides while tilted',       'Änderung der Seiten beim Kippen',           '' ],
  colourChange:           [ 'change of colour while tilted',          'Farbwechsel beim Kippen',                   '' ],
  compared:               [ 'compared',                               'verglichen',                                '' ],
  foundAgain:             [ 'share found again',                      'wiedergefundener Anteil',                   'share' ],
  leastFoundAgain:        [ 'least share found again',                'kleinster wiedergefundener Anteil',         'share' ],
  blocksCompared:         [ 'printed blocks compared',                'verglichene Druckflächen',                  '' ],
  // faces
  faces:                  [ 'faces',                                  'Gesichter',                                 '' ],
  unclearFaces:           [ 'unclear faces',                          'undeutliche Gesichter',                     '' ],
  face:                   [ 'face',                                   'Gesicht',                                   '' ],
  faceDistance:           [ 'distance of faces',                      'Abstand der Gesichter',                     '' ],
  distance:               [ 'distance of faces',                      'Abstand der Gesichter',                     '' ],
  furthestFrontal:        [ 'furthest frontal face',                  'größter Abstand von vorn',                  '' ],
  furthestTurned:         [ 'furthest face turned',                   'größter Abstand gedreht',                   '' ],
  yawDegrees:             [ 'turned by',                              'gedreht um',                                '°' ],
  pitchDegrees:           [ 'nodding by',                             'geneigt um',                                '°' ],
  eyeDistance:            [ 'eye distance',                           'Augenabstand',                              'px' ],
  occlusion:              [ 'occlusion of the face',                  'Verdeckung des Gesichts',                   '' ],
  region:                 [ 'part of the face',                       'Teil des Gesichts',                         '' ],
  eyeLuma:                [ 'brightness of the eyes over the skin’s', 'Helligkeit der Augen zur Haut',             '' ],
  eyeVariation:           [ 'variation within the eyes',              'Unterschiede in den Augen',                 '' ],
  lowerHue:               [ 'hue of the lower face, unlike the skin', 'Farbton des unteren Gesichts, anders als die Haut', '' ],
  lowerVariation:         [ 'variation of the lower face',            'Unterschiede im unteren Gesicht',           '' ],
  prompt:                 [ 'asked to look',                          'Aufforderung',                              '' ],
  prompts:                [ 'asked to look',                          'Aufforderungen',                            '' ],
  turnDegrees:            [ 'turned as asked by',                     'wie verlangt gedreht um',                   '°' ],
  mostResidual:           [ 'parallax of the head (rest over eye distance)','Parallaxe des Kopfes (Rest zum Augenabstand)','' ],
  // what was seen before
  lookedUp:               [ 'looked up',                              'nachgesehen',                               '' ],
  duplicateFiles:         [ 'files sent before',                      'schon einmal gesendete Dateien',            '' ],
  sentForAnotherPerson:   [ 'sent for another person',                'für eine andere Person gesendet',           '' ],
  shownForAnotherPerson:  [ 'shown for another person',               'für eine andere Person gezeigt',            '' ],
  almostAnotherPersons:   [ 'almost another person’s',                'fast wie bei einer anderen Person',         '' ],
  sharedHashBands:            [ 'parts of 16 like another person’s',      'Teile von 16 wie bei einer anderen Person', '' ],
} as const satisfies Record<string, Row>;

export type ObservedName = keyof typeof OBSERVED;

/** What a check says in words of its own, as the engine spells it. */
// biome-ignore format: a table
export const OBSERVED_WORDS = {
  //                                                         English                                  German
  'unreadable':                                            [ 'unreadable',                            'nicht lesbar' ],
  'unknown':                                               [ 'unknown',                               'unbekannt' ],
  'none':                                                  [ 'none',                                  'keine' ],
  'never':                                                 [ 'never',                                 'nie' ],
  'thickness of strokes':                                  [ 'thickness of strokes',                  'Strichstärke' ],
  'slant':                                               [ 'slant',                                 'Neigung' ],
  'size':                                                  [ 'size',                                  'Größe' ],
  'width of letters':                                      [ 'width of letters',                      'Breite der Zeichen' ],
  'background beside its letters':                       [ 'background beside its letters',         'Hintergrund neben den Zeichen' ],
  'baseline below its label':                            [ 'baseline below its label',              'Grundlinie unter der Beschriftung' ],
  'too few':                                               [ 'too few',                               'zu wenige' ],
  'not measured':                                          [ 'not measured',                          'nicht gemessen' ],
  'not looked for':                                        [ 'not looked for',                        'nicht gesucht' ],
  'not found':                                             [ 'not found',                             'nicht gefunden' ],
  'not seen':                                              [ 'not seen',                              'nicht gesehen' ],
  'not certain':                                           [ 'not certain',                           'nicht sicher' ],
  'not known':                                             [ 'not known',                             'nicht bekannt' ],
  'none found':                                            [ 'none found',                            'keines gefunden' ],
  'no frame found':                                        [ 'no frame found',                        'kein Rahmen gefunden' ],
  'none to compare with':                                  [ 'none to compare with',                  'keines zum Vergleichen' ],
  'no outline to compare by':                              [ 'no outline to compare by',              'kein Umriss zum Vergleichen' ],
  'found, not legible':                                    [ 'found, not legible',                    'gefunden, nicht lesbar' ],
  'several in one frame':                                 [ 'several in one frame',                 'mehrere in einem Einzelbild' ],
  'a test case':                                           [ 'a test case',                           'ein Testfall' ],
  'address unknown':                                       [ 'address unknown',                       'Anschrift unbekannt' ],
  'birth date unknown':                                    [ 'birth date unknown',                    'Geburtsdatum unbekannt' ],
  'not on this document':                                  [ 'not on this document',                  'nicht auf diesem Dokument' ],
  'not recorded by the browser':                           [ 'not recorded by the browser',           'vom Browser nicht aufgenommen' ],
  'unknown coding':                                        [ 'unknown coding',                        'unbekannte Kodierung' ],
  'the customer cannot':                                   [ 'the customer cannot',                   'nicht möglich für die Person' ],
  'a side with a machine-readable zone and no portrait':   [ 'a side with a machine-readable zone and no portrait', 'eine Seite mit maschinenlesbarer Zone und ohne Lichtbild' ],
  'a side with a portrait and no machine-readable zone':   [ 'a side with a portrait and no machine-readable zone', 'eine Seite mit Lichtbild und ohne maschinenlesbare Zone' ],
  // where something was read
  'document':                                              [ 'document',                              'Dokument' ],
  'proof of address':                                      [ 'proof of address',                      'Adressnachweis' ],
  'mrz':                                                 [ 'machine-readable zone',                 'maschinenlesbare Zone' ],
  'viz':                                                 [ 'visual inspection mrz',                'Sichtprüfzone' ],
  'title':                                                 [ 'title',                                 'Titel' ],
  'choice':                                                [ 'the customer’s choice',                 'Wahl der Person' ],
  // kinds of documents
  'passport':                                              [ 'passport',                              'Reisepass' ],
  'identity_card':                                         [ 'identity card',                         'Personalausweis' ],
  'residence_permit':                                      [ 'residence permit',                      'Aufenthaltstitel' ],
  'driving_licence':                                       [ 'driving licence',                       'Führerschein' ],
  'visa':                                                  [ 'visa',                                  'Visum' ],
  'other':                                                 [ 'other',                                 'anderes' ],
  // marks of a specimen, parts of a face
  'issuing State':                                         [ 'issuing State',                         'ausstellender Staat' ],
  'document number':                                       [ 'document number',                       'Dokumentnummer' ],
  'name':                                                  [ 'name',                                  'Name' ],
  'eyes':                                                  [ 'eyes',                                  'Augen' ],
  'nose and mouth':                                        [ 'nose and mouth',                        'Nase und Mund' ],
  // whether MRZ and VIZ agree
  'confirmed':                                             [ 'confirmed',                             'bestätigt' ],
  'contradicted':                                          [ 'contradicted',                          'widersprochen' ],
  'doubtful':                                              [ 'doubtful',                              'zweifelhaft' ],
  'not_found':                                             [ 'not found',                             'nicht gefunden' ],
  // what the customer was asked to do, and did
  'center':                                                [ 'ahead',                                 'geradeaus' ],
  'frontal':                                             [ 'frontal',                               'von vorn' ],
  'left':                                                  [ 'left',                                  'links' ],
  'right':                                                 [ 'right',                                 'rechts' ],
  'turned':                                                [ 'turned',                                'gedreht' ],
  // differences of names
  'spelling':                                              [ 'spelling',                              'Schreibweise' ],
  'joined':                                                [ 'joined',                                'zusammengeschrieben' ],
  'order':                                                 [ 'order',                                 'Reihenfolge' ],
  'fewer_given_names':                                     [ 'fewer given names',                     'weniger Vornamen' ],
  'more_given_names':                                      [ 'more given names',                      'mehr Vornamen' ],
  'abbreviated':                                           [ 'abbreviated',                           'abgekürzt' ],
  'truncated':                                             [ 'cut short',                             'abgeschnitten' ],
  'swapped':                                               [ 'names in each other’s place',           'Namen vertauscht' ],
  'surname':                                               [ 'surname',                               'Nachname' ],
  'given_names':                                           [ 'given names',                           'Vornamen' ],
  'unsupported_script':                                    [ 'script without a table',                'Schrift ohne Tabelle' ],
  'missing':                                               [ 'missing',                               'fehlt' ],
  // fields of the MRZ
  'documentNumber':                                        [ 'document number',                       'Dokumentnummer' ],
  'birthDate':                                             [ 'date of birth',                         'Geburtsdatum' ],
  'expiryDate':                                            [ 'valid until',                           'gültig bis' ],
  'optionalData':                                          [ 'optional data',                         'weitere Angaben' ],
  'optionalData2':                                         [ 'optional data, second part',            'weitere Angaben, zweiter Teil' ],
  'composite':                                             [ 'composite check digit',                 'Gesamtprüfziffer' ],
  'documentCode':                                          [ 'document code',                         'Dokumentschlüssel' ],
  'issuingState':                                          [ 'issuing State',                         'ausstellender Staat' ],
  'nationality':                                           [ 'nationality',                           'Staatsangehörigkeit' ],
  'sex':                                                   [ 'sex',                                   'Geschlecht' ],
  'primaryIdentifier':                                     [ 'surname',                               'Nachname' ],
  'secondaryIdentifier':                                   [ 'given names',                           'Vornamen' ],
  'documentNumberCheck':                                   [ 'check digit of the document number',    'Prüfziffer der Dokumentnummer' ],
  'birthDateCheck':                                        [ 'check digit of the date of birth',      'Prüfziffer des Geburtsdatums' ],
  'expiryDateCheck':                                       [ 'check digit of the expiry date',        'Prüfziffer des Ablaufdatums' ],
  'optionalDataCheck':                                     [ 'check digit of the optional data',      'Prüfziffer der weiteren Angaben' ],
  'compositeCheck':                                        [ 'composite check digit',                 'Gesamtprüfziffer' ],
} as const satisfies Record<string, readonly [en: string, de: string]>;

const WORDS: Readonly<Record<string, readonly [en: string, de: string]>> = OBSERVED_WORDS;
const NAMES: Readonly<Record<string, Row>> = OBSERVED;

/** A name may carry the picture that was observed before a dot, as in `document_front.sharpness`. */
export function splitObserved(key: string): { step: string | null; name: string } {
  const dot = key.indexOf('.');
  return dot === -1 ? { step: null, name: key } : { step: key.slice(0, dot), name: key.slice(dot + 1) };
}

/** What was observed, in words. Findings of an older engine may have a name that no row has any more: it stands for itself. */
export function observedLabel(name: string, language: ObservedLanguage): string {
  const row = NAMES[name];
  return row === undefined ? name : row[column(language)];
}

/**
 * A value as people write it, with its unit: `3.2 %`, `12°`, `gedreht`. Names, dates and numbers of documents stay as they are; a
 * list of words is put into words one by one.
 *
 * @param steps  names of the steps, because a value may be one
 */
export function observedText(
  name: string,
  value: unknown,
  language: ObservedLanguage,
  steps: Readonly<Record<string, string>> = {},
): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (typeof value === 'number') return measured(value, NAMES[name]?.[2] ?? '', language);
  const text = String(value);
  return inWords(text, language, steps) ?? listInWords(text, language, steps) ?? dated(text, language);
}

const YES_NO = { en: ['yes', 'no'], de: ['ja', 'nein'] } as const;

function measured(value: number, unit: ObservedUnit, language: ObservedLanguage): string {
  const share = unit === 'share';
  const number = (share ? value * 100 : value).toLocaleString(language, {
    maximumFractionDigits: share ? 1 : 3,
    useGrouping: false,
  });
  return number + UNITS[language][unit];
}

const UNITS: Readonly<Record<ObservedLanguage, Readonly<Record<ObservedUnit, string>>>> = {
  en: { '': '', share: ' %', '°': '°', px: ' px', years: ' years', s: ' s' },
  de: { '': '', share: ' %', '°': '°', px: ' px', years: ' Jahre', s: ' s' },
};

function inWords(text: string, language: ObservedLanguage, steps: Readonly<Record<string, string>>): string | null {
  if (Object.hasOwn(steps, text)) return steps[text] ?? null;
  return Object.hasOwn(WORDS, text) ? (WORDS[text]?.[column(language)] ?? null) : null;
}

/** Null unless each part has words: a name of a person stays as it is. */
function listInWords(text: string, language: ObservedLanguage, steps: Readonly<Record<string, string>>): string | null {
  const parts = text.split(/, | /).map((part) => inWords(part, language, steps));
  return parts.length > 1 && parts.every((part) => part !== null) ? parts.join(', ') : null;
}

function dated(text: string, language: ObservedLanguage): string {
  return language === 'de' ? text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1') : text;
}

function column(language: ObservedLanguage): 0 | 1 {
  return language === 'en' ? 0 : 1;
}
