/** What each setting does, in German; the English meanings stand in `TENANT_SETTINGS`. */
// biome-ignore format: a table
export const SETTING_MEANINGS_DE: Readonly<Record<string, string>> = {
  reviewPolicy:          'Welche Identifizierungen eine Fachkraft entscheidet',
  robots:                'Welche Testfälle die Namen von Personen bedeuten, in einer Sandbox',
  formerIdentification:  'Ob eine Person schon einmal identifiziert sein muss',
  showPendingSuccessful: 'Ob der Partner pending_successful sieht, während eine Fachkraft prüft',
  linkLifetimeDays:      'Tage, bis ein Link abläuft',
  minimumAgeYears:       'Mindestalter in Jahren',
  allowFiles:            'Ob die Kundschaft eine Datei statt der Kamera wählen darf',
  askSecurityVideo:      'Ob das Dokument vor der laufenden Kamera gekippt wird',
  askLiveness:           'Ob nach dem Selfie der Kopf gedreht wird, wie es die Seite sagt',
  proofOfAddress:        'Ob ein Brief oder eine Rechnung verlangt wird, wenn das Dokument keine Anschrift zeigt',
  proofOfAddressMonths:  'Monate, die dieser Brief oder diese Rechnung alt sein darf',
  returnUrls:            'Wohin die Seiten am Ende und nach dem Abbrechen führen',
  retentionYears:        'Jahre, die die Unterlagen einer identifizierten Person nach dem Ende der Beziehung bleiben',
  amlCycleYears:         'Jahre von einer Bestätigung der Daten bis zur nächsten: aml_follow_up_date der Personen',
  returnDelaySeconds:    'Sekunden, bis die Seiten dorthin führen; leer: nur mit dem Knopf',
  branding:              'Wie die Seiten der Kundschaft aussehen und wen sie nennen',
  embedOrigins:          'Herkunft der Seiten, die die Sitzung in einem Rahmen oder Tab öffnen dürfen; keine: Das ist aus',
};
