/**
 * What is wrong with a value of a setting: the end of an English sentence that begins with its name, as the API and the shell say it,
 * and a German sentence for the form that the value stands in.
 */
// biome-ignore format: a table
export const VALIDATION_ERRORS = {
  //              English                                                        German
  flag:         [ 'must be true or false',                                       'Hier geht nur Ja oder Nein.' ],
  address:      [ 'must be an address such as https://partner.example/back',     'Das ist keine Adresse wie https://partner.example/zurueck.' ],
  addressLong:  [ 'must be an address of at most 2000 characters, or null',      'Eine Adresse hat hier höchstens 2000 Zeichen.' ],
  password:     [ 'must not hold a password',                                    'Die Adresse darf kein Passwort enthalten.' ],
  placeholder:  [ 'may have the placeholder after the host only',                'Der Platzhalter darf erst hinter dem Rechnernamen stehen.' ],
  https:        [ 'must begin with https://',                                    'Die Adresse muss mit https:// beginnen.' ],
  exits:        [ 'must hold success and failure',                               'Es fehlt eine der beiden Adressen.' ],
  exitsOnly:    [ 'must hold success and failure, and nothing else',             'Es gibt genau zwei Adressen.' ],
  originsMany:  [ 'must be a list of at most 20 origins',                        'Höchstens 20 Adressen, eine je Zeile.' ],
  originsExact: [ 'must hold exact origins such as https://www.partner.example, without path, wildcard or default port',
                  'Jede Zeile ist genau eine Adresse wie https://www.partner.example, ohne Pfad, Platzhalter und üblichen Port.' ],
  originsHttps: [ 'must hold https origins only',                                'Jede Adresse muss mit https:// beginnen.' ],
  logo:         [ 'must be one that was uploaded',                               'Dieses Logo wurde nicht hochgeladen. Wählen Sie die Datei noch einmal.' ],
} as const satisfies Record<string, readonly [en: string, de: string]>;

/** The German sentence for an English validation error; null for one that carries what the field allows. */
export function validationErrorInGerman(validationError: string): string | null {
  return Object.values(VALIDATION_ERRORS).find(([en]) => en === validationError)?.[1] ?? null;
}
