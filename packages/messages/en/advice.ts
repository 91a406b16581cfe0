import type { Reason } from '@reident/domain/browser';

/** What is wrong with a photo or video, and what helps: the customer reads it at once, and can act on it. */
export const advice = {
  ID_BLURRY: {
    what: 'The photo is blurred.',
    how: ['Hold your phone with both hands.', 'Wait until the text is sharp.'],
  },
  ID_GLARE: {
    what: 'A reflection hides part of your document.',
    how: ['Tilt the document slightly, or move away from lamps and windows.', 'Turn the camera light off.'],
  },
  ID_DARKNESS: {
    what: 'The photo is too dark.',
    how: ['Find a brighter spot.', 'Turn the camera light on.'],
  },
  ID_DATA_COVERED: {
    what: 'Part of your document is hidden.',
    how: ['Hold the document by its edges, or lay it down.', 'All four corners must be visible.'],
  },
  ID_PERSPECTIVE: {
    what: 'The photo was taken at an angle.',
    how: ['Hold the camera directly above the document.'],
  },
  ID_DATA: {
    what: 'We can’t read the details on your document.',
    how: ['Move closer until the document fills the frame.', 'Make sure the text is sharp.'],
  },
  ID_WRONG_SIDE: {
    what: 'This looks like the other side of your document.',
    how: ['Turn the document over and take the photo again.'],
  },
  ID_NOT_SUPPORTED: {
    what: 'We can’t accept this document.',
    how: ['Please use an ID card, passport, driving licence or residence permit.'],
  },
  ID_EXPIRED: {
    what: 'Your document has expired.',
    how: ['Please use a document that is still valid.'],
  },
  ID_OTHER: {
    what: 'We can’t find your document in the photo.',
    how: ['Fit the document into the frame.', 'Lay it on a plain, dark surface.'],
  },
  ID_WRITTEN_ON: {
    what: 'There is writing on your document.',
    how: ['Take off covers, stickers and notes.', 'If the writing cannot be removed, please use another document.'],
  },
  ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD: {
    what: 'The security features of your document are not visible yet.',
    how: [
      'Keep the document in the frame and tilt it slowly back and forth when asked.',
      'Let some light fall on the document.',
    ],
  },
  ID_SECURITY_FEATURE_VIDEO_SHORT: {
    what: 'The video is too short.',
    how: ['Keep recording until it stops by itself.', 'Choose “Give me more time” if you need it.'],
  },
  ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED: {
    what: 'We can’t play the video.',
    how: ['Please record it again.', 'If that does not help, open your link in another browser.'],
  },
  ID_SECURITY_FEATURE_VIDEO_FILE_MISSING: {
    what: 'The video did not reach us.',
    how: ['Please record it again.'],
  },
  USER_OBSCURED: {
    what: 'Your face is partly hidden.',
    how: ['Take off your cap, sunglasses or mask.', 'Move your hair out of your face.'],
  },
  SELFIE_BLURRY: {
    what: 'Your photo is blurred.',
    how: ['Hold still.', 'Clean the camera lens.'],
  },
  SELFIE_GLARE: {
    what: 'A reflection hides the photo on your document.',
    how: ['Tilt the document slightly, or move away from lamps and windows.', 'Turn the camera light off.'],
  },
  SELFIE_DARKNESS: {
    what: 'Your photo is too dark.',
    how: ['Turn your face towards the light.'],
  },
  SELFIE_PERSPECTIVE: {
    what: 'Your face is turned away, or too far from the camera.',
    how: ['Look straight into the camera.', 'Hold your phone at eye level, about an arm’s length away.'],
  },
  SELFIE_OTHER: {
    what: 'There must be exactly one face in the photo.',
    how: ['Move your face into the oval.', 'Make sure nobody else is in view.'],
  },
} satisfies Partial<Record<Reason, Advice>>;

export interface Advice {
  what: string;
  how: readonly string[];
}
