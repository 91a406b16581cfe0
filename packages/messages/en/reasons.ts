import type { Reason } from '@reident/domain/browser';
import { type Advice, advice } from './advice.ts';

/** The published reasons: what each means, and what the customer can do about it. */
export const reasons = {
  meanings: {
    USER_CANCELLATION_DOCUMENT_NOT_ACCEPTED: 'The user has no accepted document',
    USER_CANCELLATION_DOCUMENT_EXPIRED: 'The user stopped because the document has expired',
    USER_CANCELLATION_UNDERAGE: 'The user is too young to continue',
    USER_CANCELLATION_CAMERA_ACCESS_DENIED: 'The user did not allow the camera',
    USER_CANCELLATION_TERMS_DENIED: 'The user did not accept the terms',
    USER_CANCELLATION_SELFIE_NOT_READY: 'The user is not ready for a selfie',
    USER_CANCELLATION_APP_NOT_SCANNING: 'The user stopped because the document was not captured',
    USER_CANCELLATION_ESIGNING_REJECTED: 'The user did not agree to sign',
    USER_CANCELLATION_ESIGNING_NAME_CONFIRMATION_REJECTED: 'The name to sign with is wrong',
    USER_CANCELLATION_INCORRECT_PHONE_NUMBER: 'The phone number is wrong',
    USER_CANCELLATION_IDENTIFY_LATER: 'The user wants to do it later',
    USER_CANCELLATION_USER_NOT_INTERESTED: 'The user does not want to be identified',
    USER_CANCELLATION_APP_NOT_RESPONDING: 'The user stopped because the page did not respond',
    USER_CANCELLATION_PRIVACY_CONCERNS: 'The user has privacy concerns',
    USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE: 'The user does not have the document at hand',
    APP_CANCELLATION_APPROVAL_PHRASE_RETRY_LIMIT_REACHED:
      'The approval phrases could not be retrieved after several attempts',
    APP_CANCELLATION_APPROVAL_PHRASE_NO_CONTRACT: 'A technical error occurred in the approval phrase step',
    APP_CANCELLATION_APPROVAL_PHRASE_INSUFFICIENT_DOCUMENT_COUNT: 'Fewer documents to sign were received than required',
    APP_CANCELLATION_OTP_MATCH_LIMIT_REACHED: 'Too many wrong codes were entered',
    APP_CANCELLATION_TSP_TECHNICAL_EXCEPTION: 'The trust service provider failed repeatedly',
    ID_BLURRY: 'Mandatory data cannot be read because of blur',
    ID_GLARE: 'Mandatory data cannot be read because of glare',
    ID_DARKNESS: 'The pictures are too dark to read or verify the document',
    ID_DATA_COVERED: 'Mandatory data was covered in the picture',
    ID_PERSPECTIVE: 'The document was held at too steep an angle',
    ID_DATA: 'Mandatory data cannot be read',
    ID_DATA_OTHER: 'Mandatory data cannot be read for another reason',
    ID_NOT_SUPPORTED: 'This document is not accepted for the purpose',
    ID_EXPIRED: 'The document has expired',
    ID_WRONG_SIDE: 'The wrong side of the document was shown',
    ID_OUTWORN: 'The document is too worn to be read or verified',
    ID_HAS_STICKER: 'A sticker on the document makes it count as damaged',
    ID_WRITTEN_ON: 'Writing hides mandatory data; stickers of the issuing authority are acceptable',
    ID_BROKEN: 'The document is broken',
    ID_DAMAGED: 'The document is damaged',
    ID_DAMAGED_OTHER: 'The document is damaged in another way',
    ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD:
      'The security features are not visible because the document was not moved properly',
    ID_SECURITY_FEATURE_VIDEO_SHORT: 'The security feature video is too short',
    ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED: 'The security feature video cannot be played',
    ID_SECURITY_FEATURE_OTHER: 'Another problem with the security feature video',
    ID_SECOND_DOCUMENT: 'Two different documents are required, and the second one was not shown',
    ID_SECOND_DOCUMENT_BAD_PHOTO_QUALITY: 'The picture of the additional document is of insufficient quality',
    ID_SECOND_DOCUMENT_DAMAGED: 'The additional document is worn, written on, torn or broken',
    ID_SECOND_DOCUMENT_EXPIRED: 'The additional document has expired',
    ID_SECOND_DOCUMENT_OTHER: 'Another problem with the additional document',
    ID_NEED_ADDITIONAL_DOCUMENT: 'A required additional document is missing',
    ID_OTHER: 'Another problem with the document',
    USER_INVOICE_MISSING: 'A proof of address is required and was not shown',
    USER_OBSCURED: 'The face was covered unintentionally, for example by a mask',
    SELFIE_BLURRY: 'The selfie is too blurred to compare the faces',
    SELFIE_GLARE: 'Glare on the portrait of the document prevents comparing it with the selfie',
    SELFIE_DARKNESS: 'The selfie is too dark to compare the faces',
    SELFIE_PERSPECTIVE: 'The selfie was taken at too steep an angle to compare the faces',
    SELFIE_OTHER: 'Another problem with the selfie prevents comparing the faces',
    IDENT_CANNOT_BE_COMPLETED: 'A technical problem prevents the specialist from completing the case',
    IDENT_DISPLAY_ERROR: 'A technical problem prevents the specialist from viewing the material',
    IDENT_OTHER: 'The specialist cannot complete the case for another reason',
    TSP_WRONG_CONFIRMATION_TOKEN: 'A wrong signing code was entered',
    TSP_SIGNING_FAILED: 'Signing failed for a technical reason',
    TSP_CERTIFICATE_EXPIRED: 'Signing took longer than the hour for which the certificate is valid',
    ID_SECURITY_FEATURE_VIDEO_FILE_MISSING: 'The security feature video was not stored because of a technical error',
    WARNING_SELFIE_REAL_PERSON: 'A real person, but not the one on the document',
    WARNING_SELFIE_NO_REAL_PERSON: 'The selfie does not show a real person but, for example, a picture',
    WARNING_SELFIE_DISGUISED: 'The face was disguised on purpose',
    WARNING_MANIPULATED_DATA: 'Data on the document was altered',
    WARNING_MANIPULATED_PHOTO: 'The portrait on the document was altered',
    WARNING_FAKED_SECURITY_FEATURES: 'The security features of the document are not genuine',
    WARNING_PAPER_PRINT: 'The document is a print on paper',
    WARNING_DIGITAL_DOCUMENT: 'The document was taken from a screen',
    WARNING_FAKED_SPECIMEN: 'The document is a specimen',
    WARNING_USER_UNDERAGE: 'The user is younger than required',
    WARNING_DIGITAL_SELFIE: 'The selfie was taken from a screen',
    WARNING_MONEY_MULE: 'A fraudster persuaded the user to identify themselves on the fraudster’s behalf',
    WARNING_NAME_COMPARISON: 'The name of the user and the name on the document differ considerably',
    WARNING_SCAN: 'The document is a facsimile',
    WARNING_FRAUD_OTHER: 'Another kind of fraud detected by the specialist',
    WARNING_FAKED_MANIPULATED_ID: 'The document is counterfeit or manipulated',
    OTHER_ERROR: 'Another error',
  } satisfies Record<Reason, string>,
  /**
   * For every reason that the customer can do something about. A suspicion of fraud and a problem of ours have none: the pages then
   * say the same neutral sentence to everybody [CAP-10].
   */
  customer: {
    ...advice,
    ID_DATA_OTHER: {
      what: 'We can’t read everything on your document.',
      how: ['Take the photo again, or use another document.'],
    },
    ID_OUTWORN: {
      what: 'Your document is too worn.',
      how: ['Please use another document in good condition.'],
    },
    ID_HAS_STICKER: {
      what: 'There is a sticker on your document.',
      how: ['Please use another document.', 'A sticker of the issuing authority is fine.'],
    },
    ID_BROKEN: {
      what: 'Your document is broken.',
      how: ['Please use another document in good condition.'],
    },
    ID_DAMAGED: {
      what: 'Your document is damaged.',
      how: ['Please use another document in good condition.'],
    },
    ID_DAMAGED_OTHER: {
      what: 'Your document is damaged.',
      how: ['Please use another document in good condition.'],
    },
    ID_SECURITY_FEATURE_OTHER: {
      what: 'The video of your document is not clear enough.',
      how: ['Please record it again in good light.'],
    },
    ID_SECOND_DOCUMENT: {
      what: 'We need two different documents.',
      how: ['Please show a second document, for example your driving licence.'],
    },
    ID_SECOND_DOCUMENT_BAD_PHOTO_QUALITY: {
      what: 'The photo of your second document is not clear enough.',
      how: ['Take it again in good light, and hold your phone still.'],
    },
    ID_SECOND_DOCUMENT_DAMAGED: {
      what: 'Your second document is damaged.',
      how: ['Please use another second document in good condition.'],
    },
    ID_SECOND_DOCUMENT_EXPIRED: {
      what: 'Your second document has expired.',
      how: ['Please use a second document that is still valid.'],
    },
    ID_SECOND_DOCUMENT_OTHER: {
      what: 'We can’t accept your second document.',
      how: ['Take the photo again, or use another second document.'],
    },
    ID_NEED_ADDITIONAL_DOCUMENT: {
      what: 'A second document is missing.',
      how: ['Start over with a second document at hand, for example your driving licence.'],
    },
    USER_INVOICE_MISSING: {
      what: 'We need proof of your address.',
      how: ['Please show, for example, an electricity bill with your name and address.'],
    },
    USER_CANCELLATION_DOCUMENT_NOT_ACCEPTED: {
      what: 'Your document is not accepted.',
      how: ['Start over with a passport or an ID card.'],
    },
    USER_CANCELLATION_DOCUMENT_EXPIRED: {
      what: 'Your document has expired.',
      how: ['Start over with a document that is still valid.'],
    },
    USER_CANCELLATION_UNDERAGE: {
      what: 'You are too young for this service.',
      how: ['Please ask your bank what you can do.'],
    },
    USER_CANCELLATION_CAMERA_ACCESS_DENIED: {
      what: 'The page was not allowed to use the camera.',
      how: ['Allow the camera for this page in your browser’s settings, and start over.'],
    },
    USER_CANCELLATION_TERMS_DENIED: {
      what: 'You did not accept the terms.',
      how: ['We need your agreement to continue.', 'You can start over at any time.'],
    },
    USER_CANCELLATION_SELFIE_NOT_READY: {
      what: 'You were not ready for the selfie.',
      how: ['Start over when you are in a quiet, bright place.'],
    },
    USER_CANCELLATION_APP_NOT_SCANNING: {
      what: 'Your document could not be captured.',
      how: ['Start over in good light, with the document on a dark table.'],
    },
    USER_CANCELLATION_ESIGNING_REJECTED: {
      what: 'You did not agree to sign.',
      how: ['You can start over and sign at any time.'],
    },
    USER_CANCELLATION_ESIGNING_NAME_CONFIRMATION_REJECTED: {
      what: 'Your name is not correct.',
      how: ['Please ask your bank to correct it, then start over.'],
    },
    USER_CANCELLATION_INCORRECT_PHONE_NUMBER: {
      what: 'The phone number is not correct.',
      how: ['Start over and enter the number of the phone you have with you.'],
    },
    USER_CANCELLATION_IDENTIFY_LATER: {
      what: 'You want to do this later.',
      how: ['Open the same link again when you have time.'],
    },
    USER_CANCELLATION_USER_NOT_INTERESTED: {
      what: 'You cancelled the identity check.',
      how: ['If you change your mind, open the same link again.'],
    },
    USER_CANCELLATION_APP_NOT_RESPONDING: {
      what: 'The page did not respond.',
      how: ['Check your connection, then open the same link again.'],
    },
    USER_CANCELLATION_PRIVACY_CONCERNS: {
      what: 'You are concerned about your privacy.',
      how: ['The privacy notice explains how your data is protected.', 'You can start over at any time.'],
    },
    USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE: {
      what: 'You do not have your document with you.',
      how: ['Open the same link again when you have it.'],
    },
    APP_CANCELLATION_OTP_MATCH_LIMIT_REACHED: {
      what: 'The code was entered incorrectly too many times.',
      how: ['Open the same link again and ask for a new code.'],
    },
  } satisfies Partial<Record<Reason, Advice>>,
};
