import type { Language } from './languages.ts';
import type { Reason } from './reasons.ts';

/** What we tell the customer about a reason: what happened, and what to do. Short sentences, common words. */
export type CustomerText = readonly [whatHappened: string, whatToDo: string];

/**
 * Texts for every reason that the customer can do something about: `ID_…`, `SELFIE_…`, `USER_…`, and the limit of codes.
 * A suspicion of fraud and a problem of ours have none: the pages then say the same neutral sentence to everybody [CAP-10].
 */
export const CUSTOMER_TEXTS = {
  ID_BLURRY: {
    EN: ['The picture of your document is blurred.', 'Hold the phone still and wait until the text is sharp.'],
    DE: [
      'Das Foto Ihres Ausweises ist unscharf.',
      'Halten Sie das Handy ruhig und warten Sie, bis die Schrift scharf ist.',
    ],
  },
  ID_GLARE: {
    EN: ['Light is reflected on your document.', 'Turn away from lamps and windows, and tilt the document a little.'],
    DE: [
      'Auf Ihrem Ausweis spiegelt sich Licht.',
      'Drehen Sie sich von Lampen und Fenstern weg und kippen Sie den Ausweis ein wenig.',
    ],
  },
  ID_DARKNESS: {
    EN: ['The picture of your document is too dark.', 'Go to a brighter place, or switch on a light.'],
    DE: ['Das Foto Ihres Ausweises ist zu dunkel.', 'Gehen Sie an einen helleren Ort oder schalten Sie Licht ein.'],
  },
  ID_DATA_COVERED: {
    EN: ['Part of your document is covered.', 'Hold the document at its edges, so that no finger covers the text.'],
    DE: [
      'Ein Teil Ihres Ausweises ist verdeckt.',
      'Fassen Sie den Ausweis am Rand an, damit kein Finger die Schrift verdeckt.',
    ],
  },
  ID_PERSPECTIVE: {
    EN: ['The picture was taken at an angle.', 'Hold the phone flat above the document.'],
    DE: ['Das Foto wurde schräg aufgenommen.', 'Halten Sie das Handy gerade über den Ausweis.'],
  },
  ID_DATA: {
    EN: [
      'We cannot read your document.',
      'Take the picture again, in good light and with the whole document in the frame.',
    ],
    DE: [
      'Wir können Ihren Ausweis nicht lesen.',
      'Machen Sie das Foto noch einmal, bei gutem Licht und mit dem ganzen Ausweis im Rahmen.',
    ],
  },
  ID_DATA_OTHER: {
    EN: ['We cannot read everything on your document.', 'Take the picture again, or use another document.'],
    DE: [
      'Wir können nicht alles auf Ihrem Ausweis lesen.',
      'Machen Sie das Foto noch einmal oder verwenden Sie einen anderen Ausweis.',
    ],
  },
  ID_NOT_SUPPORTED: {
    EN: ['We cannot accept this document.', 'Use a passport or an identity card.'],
    DE: ['Diesen Ausweis können wir nicht annehmen.', 'Verwenden Sie einen Reisepass oder einen Personalausweis.'],
  },
  ID_EXPIRED: {
    EN: ['Your document has expired.', 'Use a document that is still valid.'],
    DE: ['Ihr Ausweis ist abgelaufen.', 'Verwenden Sie einen Ausweis, der noch gültig ist.'],
  },
  ID_WRONG_SIDE: {
    EN: ['This is the wrong side of your document.', 'Turn the document over and take the picture again.'],
    DE: [
      'Das ist die falsche Seite Ihres Ausweises.',
      'Drehen Sie den Ausweis um und machen Sie das Foto noch einmal.',
    ],
  },
  ID_OUTWORN: {
    EN: ['Your document is too worn.', 'Use another document that is in good condition.'],
    DE: ['Ihr Ausweis ist zu stark abgenutzt.', 'Verwenden Sie einen anderen Ausweis, der gut erhalten ist.'],
  },
  ID_HAS_STICKER: {
    EN: ['There is a sticker on your document.', 'Use another document. A sticker put there by the authority is fine.'],
    DE: [
      'Auf Ihrem Ausweis klebt ein Aufkleber.',
      'Verwenden Sie einen anderen Ausweis. Ein Aufkleber der Behörde ist erlaubt.',
    ],
  },
  ID_WRITTEN_ON: {
    EN: ['Something is written on your document.', 'Use another document that nobody has written on.'],
    DE: [
      'Auf Ihrem Ausweis wurde geschrieben.',
      'Verwenden Sie einen anderen Ausweis, auf dem nichts geschrieben wurde.',
    ],
  },
  ID_BROKEN: {
    EN: ['Your document is broken.', 'Use another document that is in good condition.'],
    DE: ['Ihr Ausweis ist zerbrochen.', 'Verwenden Sie einen anderen Ausweis, der gut erhalten ist.'],
  },
  ID_DAMAGED: {
    EN: ['Your document is damaged.', 'Use another document that is in good condition.'],
    DE: ['Ihr Ausweis ist beschädigt.', 'Verwenden Sie einen anderen Ausweis, der gut erhalten ist.'],
  },
  ID_DAMAGED_OTHER: {
    EN: ['Your document is damaged.', 'Use another document that is in good condition.'],
    DE: ['Ihr Ausweis ist beschädigt.', 'Verwenden Sie einen anderen Ausweis, der gut erhalten ist.'],
  },
  ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD: {
    EN: [
      'We could not see the security features.',
      'Record the video again and tilt the document slowly in the light.',
    ],
    DE: [
      'Wir konnten die Sicherheitsmerkmale nicht sehen.',
      'Nehmen Sie das Video noch einmal auf und kippen Sie den Ausweis langsam im Licht.',
    ],
  },
  ID_SECURITY_FEATURE_VIDEO_SHORT: {
    EN: ['The video was too short.', 'Record it again and keep tilting the document until the bar is full.'],
    DE: [
      'Das Video war zu kurz.',
      'Nehmen Sie es noch einmal auf und kippen Sie den Ausweis, bis der Balken voll ist.',
    ],
  },
  ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED: {
    EN: ['The video cannot be played.', 'Record it again. If it fails again, use another phone.'],
    DE: [
      'Das Video kann nicht abgespielt werden.',
      'Nehmen Sie es noch einmal auf. Klappt es wieder nicht, verwenden Sie ein anderes Handy.',
    ],
  },
  ID_SECURITY_FEATURE_OTHER: {
    EN: ['The video of your document is not good enough.', 'Record it again in good light.'],
    DE: ['Das Video Ihres Ausweises reicht nicht aus.', 'Nehmen Sie es bei gutem Licht noch einmal auf.'],
  },
  ID_SECURITY_FEATURE_VIDEO_FILE_MISSING: {
    EN: ['The video did not reach us.', 'Check your connection and record the video again.'],
    DE: [
      'Das Video ist nicht bei uns angekommen.',
      'Prüfen Sie Ihre Verbindung und nehmen Sie das Video noch einmal auf.',
    ],
  },
  ID_SECOND_DOCUMENT: {
    EN: ['We need two different documents.', 'Show a second document, for example your driving licence.'],
    DE: [
      'Wir brauchen zwei verschiedene Dokumente.',
      'Zeigen Sie ein zweites Dokument, zum Beispiel Ihren Führerschein.',
    ],
  },
  ID_SECOND_DOCUMENT_BAD_PHOTO_QUALITY: {
    EN: [
      'The picture of the second document is not good enough.',
      'Take it again in good light and hold the phone still.',
    ],
    DE: [
      'Das Foto des zweiten Dokuments reicht nicht aus.',
      'Machen Sie es bei gutem Licht noch einmal und halten Sie das Handy ruhig.',
    ],
  },
  ID_SECOND_DOCUMENT_DAMAGED: {
    EN: ['The second document is damaged.', 'Use another second document that is in good condition.'],
    DE: ['Das zweite Dokument ist beschädigt.', 'Verwenden Sie ein anderes zweites Dokument, das gut erhalten ist.'],
  },
  ID_SECOND_DOCUMENT_EXPIRED: {
    EN: ['The second document has expired.', 'Use a second document that is still valid.'],
    DE: ['Das zweite Dokument ist abgelaufen.', 'Verwenden Sie ein zweites Dokument, das noch gültig ist.'],
  },
  ID_SECOND_DOCUMENT_OTHER: {
    EN: ['We cannot accept the second document.', 'Take the picture again, or use another second document.'],
    DE: [
      'Das zweite Dokument können wir nicht annehmen.',
      'Machen Sie das Foto noch einmal oder verwenden Sie ein anderes zweites Dokument.',
    ],
  },
  ID_NEED_ADDITIONAL_DOCUMENT: {
    EN: ['A document is missing.', 'Start again and have a second document ready, for example your driving licence.'],
    DE: [
      'Es fehlt ein Dokument.',
      'Beginnen Sie noch einmal und legen Sie ein zweites Dokument bereit, zum Beispiel Ihren Führerschein.',
    ],
  },
  ID_OTHER: {
    EN: ['There is a problem with your document.', 'Take the pictures again, or use another document.'],
    DE: [
      'Mit Ihrem Ausweis gibt es ein Problem.',
      'Machen Sie die Fotos noch einmal oder verwenden Sie einen anderen Ausweis.',
    ],
  },
  USER_INVOICE_MISSING: {
    EN: ['We need a proof of your address.', 'Show for example an electricity bill with your name and address.'],
    DE: [
      'Wir brauchen einen Nachweis Ihrer Adresse.',
      'Zeigen Sie zum Beispiel eine Stromrechnung mit Ihrem Namen und Ihrer Adresse.',
    ],
  },
  USER_OBSCURED: {
    EN: ['Your face is covered.', 'Take off mask, cap or sunglasses, and move hair out of your face.'],
    DE: [
      'Ihr Gesicht ist verdeckt.',
      'Nehmen Sie Maske, Mütze oder Sonnenbrille ab und streichen Sie Haare aus dem Gesicht.',
    ],
  },
  SELFIE_BLURRY: {
    EN: ['Your selfie is blurred.', 'Hold the phone still and look into the camera.'],
    DE: ['Ihr Selfie ist unscharf.', 'Halten Sie das Handy ruhig und schauen Sie in die Kamera.'],
  },
  SELFIE_GLARE: {
    EN: [
      'Light is reflected on the photo in your document.',
      'Take the picture of the document again without reflections.',
    ],
    DE: [
      'Auf dem Foto in Ihrem Ausweis spiegelt sich Licht.',
      'Machen Sie das Foto vom Ausweis noch einmal, ohne Spiegelung.',
    ],
  },
  SELFIE_DARKNESS: {
    EN: ['Your selfie is too dark.', 'Go to a brighter place, with the light in front of you.'],
    DE: ['Ihr Selfie ist zu dunkel.', 'Gehen Sie an einen helleren Ort, mit dem Licht vor Ihnen.'],
  },
  SELFIE_PERSPECTIVE: {
    EN: ['Your face is at an angle.', 'Hold the phone at eye level and look straight into the camera.'],
    DE: [
      'Ihr Gesicht ist schräg zu sehen.',
      'Halten Sie das Handy auf Augenhöhe und schauen Sie gerade in die Kamera.',
    ],
  },
  SELFIE_OTHER: {
    EN: ['We cannot use your selfie.', 'Take it again: alone, in good light, with your whole face in the frame.'],
    DE: [
      'Ihr Selfie können wir nicht verwenden.',
      'Machen Sie es noch einmal: allein, bei gutem Licht, mit dem ganzen Gesicht im Rahmen.',
    ],
  },
  USER_CANCELLATION_DOCUMENT_NOT_ACCEPTED: {
    EN: ['Your document is not accepted.', 'Start again with a passport or an identity card.'],
    DE: ['Ihr Ausweis wird nicht angenommen.', 'Beginnen Sie noch einmal mit einem Reisepass oder Personalausweis.'],
  },
  USER_CANCELLATION_DOCUMENT_EXPIRED: {
    EN: ['Your document has expired.', 'Start again with a document that is still valid.'],
    DE: ['Ihr Ausweis ist abgelaufen.', 'Beginnen Sie noch einmal mit einem Ausweis, der noch gültig ist.'],
  },
  USER_CANCELLATION_UNDERAGE: {
    EN: ['You are too young for this service.', 'Please ask your bank what you can do.'],
    DE: ['Sie sind für diesen Dienst zu jung.', 'Bitte fragen Sie Ihre Bank, was Sie tun können.'],
  },
  USER_CANCELLATION_CAMERA_ACCESS_DENIED: {
    EN: [
      'The camera is not allowed.',
      'Allow the camera for this page in the settings of your browser, and start again.',
    ],
    DE: [
      'Die Kamera ist nicht erlaubt.',
      'Erlauben Sie dieser Seite die Kamera in den Einstellungen Ihres Browsers und beginnen Sie noch einmal.',
    ],
  },
  USER_CANCELLATION_TERMS_DENIED: {
    EN: ['You did not accept the terms.', 'Without them we cannot go on. You can start again at any time.'],
    DE: [
      'Sie haben den Bedingungen nicht zugestimmt.',
      'Ohne sie geht es nicht weiter. Sie können jederzeit neu beginnen.',
    ],
  },
  USER_CANCELLATION_SELFIE_NOT_READY: {
    EN: ['You were not ready for the selfie.', 'Start again when you are in a quiet and bright place.'],
    DE: [
      'Sie waren für das Selfie nicht bereit.',
      'Beginnen Sie noch einmal, wenn Sie an einem ruhigen, hellen Ort sind.',
    ],
  },
  USER_CANCELLATION_APP_NOT_SCANNING: {
    EN: ['Your document was not scanned.', 'Start again in good light, with the document on a dark table.'],
    DE: [
      'Ihr Ausweis wurde nicht erfasst.',
      'Beginnen Sie noch einmal bei gutem Licht, mit dem Ausweis auf einem dunklen Tisch.',
    ],
  },
  USER_CANCELLATION_ESIGNING_REJECTED: {
    EN: ['You did not agree to sign.', 'You can start again and sign at any time.'],
    DE: ['Sie haben der Unterschrift nicht zugestimmt.', 'Sie können jederzeit neu beginnen und unterschreiben.'],
  },
  USER_CANCELLATION_ESIGNING_NAME_CONFIRMATION_REJECTED: {
    EN: ['Your name is not correct.', 'Please ask your bank to correct it, then start again.'],
    DE: ['Ihr Name stimmt nicht.', 'Bitten Sie Ihre Bank, ihn zu berichtigen, und beginnen Sie dann noch einmal.'],
  },
  USER_CANCELLATION_INCORRECT_PHONE_NUMBER: {
    EN: ['The phone number is not correct.', 'Start again and enter the number of the phone that you have with you.'],
    DE: [
      'Die Telefonnummer stimmt nicht.',
      'Beginnen Sie noch einmal und geben Sie die Nummer des Handys ein, das Sie bei sich haben.',
    ],
  },
  USER_CANCELLATION_IDENTIFY_LATER: {
    EN: ['You want to do this later.', 'Open the same link again when you have time.'],
    DE: ['Sie möchten das später machen.', 'Öffnen Sie denselben Link noch einmal, wenn Sie Zeit haben.'],
  },
  USER_CANCELLATION_USER_NOT_INTERESTED: {
    EN: ['You stopped.', 'If you change your mind, open the same link again.'],
    DE: ['Sie haben abgebrochen.', 'Wenn Sie es sich anders überlegen, öffnen Sie denselben Link noch einmal.'],
  },
  USER_CANCELLATION_APP_NOT_RESPONDING: {
    EN: ['The page did not respond.', 'Check your connection, then open the same link again.'],
    DE: ['Die Seite hat nicht reagiert.', 'Prüfen Sie Ihre Verbindung und öffnen Sie dann denselben Link noch einmal.'],
  },
  USER_CANCELLATION_PRIVACY_CONCERNS: {
    EN: ['You worry about your data.', 'Read how your data is protected. You can start again at any time.'],
    DE: [
      'Sie sorgen sich um Ihre Daten.',
      'Lesen Sie, wie Ihre Daten geschützt werden. Sie können jederzeit neu beginnen.',
    ],
  },
  USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE: {
    EN: ['You do not have your document with you.', 'Open the same link again when you have it.'],
    DE: ['Sie haben Ihren Ausweis nicht dabei.', 'Öffnen Sie denselben Link noch einmal, wenn Sie ihn haben.'],
  },
  APP_CANCELLATION_OTP_MATCH_LIMIT_REACHED: {
    EN: ['The code was wrong too often.', 'Open the same link again and ask for a new code.'],
    DE: ['Der Code war zu oft falsch.', 'Öffnen Sie denselben Link noch einmal und fordern Sie einen neuen Code an.'],
  },
} as const satisfies Partial<Record<Reason, Record<Language, CustomerText>>>;

/** What to tell the customer about a reason, or null when there is nothing that they can do. */
export function customerText(reason: string | null, language: Language): CustomerText | null {
  if (reason === null || !Object.hasOwn(CUSTOMER_TEXTS, reason)) return null;
  return CUSTOMER_TEXTS[reason as keyof typeof CUSTOMER_TEXTS][language];
}
