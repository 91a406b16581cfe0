import type { Messages } from '../shape/messages.ts';

export const advice = {
  ID_BLURRY: {
    what: 'Das Foto ist unscharf.',
    how: ['Halten Sie das Handy mit beiden Händen.', 'Warten Sie, bis die Schrift scharf ist.'],
  },
  ID_GLARE: {
    what: 'Eine Spiegelung verdeckt einen Teil Ihres Ausweises.',
    how: [
      'Kippen Sie den Ausweis etwas oder drehen Sie sich von Lampen und Fenstern weg.',
      'Schalten Sie das Kameralicht aus.',
    ],
  },
  ID_DARKNESS: {
    what: 'Das Foto ist zu dunkel.',
    how: ['Suchen Sie einen helleren Platz.', 'Schalten Sie das Kameralicht ein.'],
  },
  ID_DATA_COVERED: {
    what: 'Ein Teil Ihres Ausweises ist verdeckt.',
    how: ['Halten Sie den Ausweis am Rand oder legen Sie ihn hin.', 'Alle vier Ecken müssen zu sehen sein.'],
  },
  ID_PERSPECTIVE: {
    what: 'Das Foto wurde schräg aufgenommen.',
    how: ['Halten Sie die Kamera senkrecht über den Ausweis.'],
  },
  ID_DATA: {
    what: 'Die Angaben auf Ihrem Ausweis sind nicht lesbar.',
    how: ['Gehen Sie näher heran, bis der Ausweis den Rahmen ausfüllt.', 'Achten Sie auf eine scharfe Schrift.'],
  },
  ID_WRONG_SIDE: {
    what: 'Das scheint die falsche Seite Ihres Ausweises zu sein.',
    how: ['Drehen Sie den Ausweis um und machen Sie das Foto noch einmal.'],
  },
  ID_NOT_SUPPORTED: {
    what: 'Diesen Ausweis können wir nicht annehmen.',
    how: ['Bitte verwenden Sie Personalausweis, Reisepass, Führerschein oder Aufenthaltstitel.'],
  },
  ID_EXPIRED: {
    what: 'Ihr Ausweis ist abgelaufen.',
    how: ['Bitte verwenden Sie einen gültigen Ausweis.'],
  },
  ID_OTHER: {
    what: 'Auf dem Foto ist kein Ausweis zu erkennen.',
    how: ['Halten Sie den Ausweis in den Rahmen.', 'Legen Sie ihn auf eine einfarbige, dunkle Fläche.'],
  },
  ID_WRITTEN_ON: {
    what: 'Auf Ihrem Ausweis steht etwas geschrieben.',
    how: [
      'Entfernen Sie Hüllen, Aufkleber und Zettel.',
      'Lässt sich die Schrift nicht entfernen, verwenden Sie bitte einen anderen Ausweis.',
    ],
  },
  ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD: {
    what: 'Die Sicherheitsmerkmale Ihres Ausweises sind noch nicht zu sehen.',
    how: [
      'Lassen Sie den Ausweis im Rahmen und kippen Sie ihn auf Anweisung langsam vor und zurück.',
      'Lassen Sie etwas Licht auf den Ausweis fallen.',
    ],
  },
  ID_SECURITY_FEATURE_VIDEO_SHORT: {
    what: 'Das Video ist zu kurz.',
    how: ['Nehmen Sie auf, bis das Video von selbst endet.', 'Wählen Sie bei Bedarf „Ich brauche mehr Zeit“.'],
  },
  ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED: {
    what: 'Wir können das Video nicht abspielen.',
    how: ['Bitte nehmen Sie es noch einmal auf.', 'Hilft das nicht, öffnen Sie Ihren Link in einem anderen Browser.'],
  },
  ID_SECURITY_FEATURE_VIDEO_FILE_MISSING: {
    what: 'Das Video ist nicht bei uns angekommen.',
    how: ['Bitte nehmen Sie es noch einmal auf.'],
  },
  USER_OBSCURED: {
    what: 'Ihr Gesicht ist teilweise verdeckt.',
    how: ['Nehmen Sie Mütze, Sonnenbrille oder Maske ab.', 'Streichen Sie Haare aus dem Gesicht.'],
  },
  SELFIE_BLURRY: {
    what: 'Ihr Foto ist unscharf.',
    how: ['Halten Sie still.', 'Putzen Sie die Kameralinse.'],
  },
  SELFIE_GLARE: {
    what: 'Eine Spiegelung verdeckt das Lichtbild auf Ihrem Ausweis.',
    how: [
      'Kippen Sie den Ausweis etwas oder drehen Sie sich von Lampen und Fenstern weg.',
      'Schalten Sie das Kameralicht aus.',
    ],
  },
  SELFIE_DARKNESS: {
    what: 'Ihr Foto ist zu dunkel.',
    how: ['Drehen Sie Ihr Gesicht zum Licht.'],
  },
  SELFIE_PERSPECTIVE: {
    what: 'Ihr Gesicht ist abgewandt oder zu weit entfernt.',
    how: ['Schauen Sie gerade in die Kamera.', 'Halten Sie das Handy auf Augenhöhe, etwa eine Armlänge entfernt.'],
  },
  SELFIE_OTHER: {
    what: 'Auf dem Foto muss genau ein Gesicht zu sehen sein.',
    how: ['Bringen Sie Ihr Gesicht ins Oval.', 'Achten Sie darauf, dass niemand sonst im Bild ist.'],
  },
} satisfies Messages['capture']['advice'];
