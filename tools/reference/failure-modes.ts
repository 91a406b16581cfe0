/** One thing that may go wrong in a session, what the customer then sees, and the test that plays it in a browser. */
export interface FailureMode {
  failure: string;
  /** `data-screen` of the page, or null where the customer stays on the screen that was there. */
  screen: string | null;
  wayOn: string;
  file: string;
  test: string;
}

const STUCK = 'nobody-gets-stuck.test.ts';
const FAILURES_FILE = 'customer-failure-modes.test.ts';
const SESSION = 'customer-session.test.ts';
const RECORDINGS = 'customer-recordings.test.ts';
const HARDWARE = 'camera-hardware.test.ts';

// biome-ignore format: a table
export const FAILURE_MODES: readonly FailureMode[] = [
  //   failure                                     screen                  way on                                                            file           test
  row('no camera',                                'camera-missing',       'another camera, another device, or a file where that is allowed', FAILURES_FILE, 'because there is none: the customer goes on with a file, and it is marked as one [CAP-6]'),
  row('camera in use by another program',           'camera-in_use',        'close the other program, try again',                              STUCK,         'because another program holds it: says so, and opens as soon as it is free'),
  row('camera taken away by a call',              'camera-in_use',        'try again',                                                       STUCK,         'because a call takes it away in the middle: says so, and opens again'),
  row('camera that a call leaves standing still',  'camera-in_use',       'nothing is judged by the standing picture; try again',            HARDWARE,      'stops all judging of the picture that stands still; the page says so and goes on'),
  row('light that cannot be switched',            'preview',              'the button for it goes; the picture is taken all the same',       HARDWARE,      'that will not be switched loses the button, and nothing else'),
  row('camera not allowed',                       'camera-denied',        'how to allow it, by browser',                                     FAILURES_FILE, 'because it was not allowed: says what to do'),
  row('camera allowed afterwards',                'camera',               'goes on by itself, without a reload',                             FAILURES_FILE, 'because it was not allowed: goes on by itself as soon as it is, without a reload'),
  row('picture stays black',                      'camera-blank',         'open the cover, more light, another camera',                      FAILURES_FILE, 'because its picture stays black: takes no picture and says so'),
  row('phone or document turned to the side',     'camera',               'everything stays in reach; what lies is taken too',               STUCK,         'because the phone lies on its side: everything stays in view and in reach, and a document that lies is taken too'),
  row('wrong lens',                               'camera',               'the line says so; a button leads to the next camera',             STUCK,         'because it looks the wrong way: says so, and the other one is a touch away'),
  row('document held with the wrong side up',     'camera',               'the line says to turn it over; nothing is taken by itself',       'live-camera.test.ts', 'says in %s that the wrong side is shown, front and back, and takes the right one itself'),
  row('picture too bad to use',                   'feedback',             'what helps, once more; a second one may be used anyway',          FAILURES_FILE, 'comes back with the published reason in words; the second one may be used anyway'),
  row('video or movement not possible',           null,                   'on without it; a specialist decides',                             RECORDINGS,    'can be gone on without by whoever cannot do them, with the keyboard alone'),
  row('device that cannot keep up with a video', 'camera-slow',         'close other apps, try again, or on without it',                  RECORDINGS,    'with a video: says so, and goes on when it can'),
  row('browser that makes no clips',              null,                   'the frames are taken without a clip',                            RECORDINGS,    'work in a browser that makes no clips, and with more time for each movement'),
  row('page reloaded, second tab, back button',   null,                   'the same step, everywhere',                                       FAILURES_FILE, 'a reload, a second tab and the back button all lead to where the customer was'),
  row('page reloaded while sending',              null,                   'says that it did not arrive; the step is made again',             RECORDINGS,    'that was cut off by a reload is told, and the step is made again [CAP-11]'),
  row('tab killed by the phone',                  null,                   'the same step in a new tab',                                      STUCK,         'a tab that the phone kills: the same page in a new tab goes on at the same step'),
  row('browser that forgets the session',         'start-link',           'the link begins anew',                                            STUCK,         'a browser that forgets the session with the tab: the link begins anew'),
  row('phone locked, another app, a call',        'lost-interrupted',     'the step begins again; after the third time the link opens again', SESSION,       'begins its step again; the third time the session ends, says why, and the link opens again [CAP-11]'),
  row('a long break',                             null,                   'asks two minutes before; one button gives the time again',        SESSION,       'is counted by the clock on the wall, also while a locked phone stops the timers of the page'),
  row('network lost in the middle of sending',    null,                   'waits, says so, goes on from where it stopped',                   RECORDINGS,    'waits while the network is gone, says so, and goes on by itself from where it stopped [CAP-11]'),
  row('answer lost after sending',                null,                   'asks how much has arrived; nothing is sent twice',                FAILURES_FILE, 'a lost network during the sending costs nothing: the picture arrives once, when it is back [CAP-11]'),
  row('on to another device',                     'lost-taken_over',      'the new device goes on, the old one says so',                     FAILURES_FILE, 'going on with another device ends the first one, which says so [CAP-4]'),
  row('from the computer to the phone and back',  'lost-taken_over',      'whichever opens the link last goes on',                           SESSION,       'the computer shows how far the phone is, can take over, and is done when the phone is [CAP-4]'),
  row('double tap',                               null,                   'is one tap',                                                      FAILURES_FILE, 'a double tap is one tap'),
  row('link that has run out',                    'gone',                 'whom to ask',                                                     STUCK,         'a link that has run out: says so and whom to ask'),
  row('link incomplete, or opened without its end', 'start-again',        'the phone number and a code lead back in',                        FAILURES_FILE, 'a link that leads nowhere and a session that is gone each say what to do'),
  row('five attempts used up',                    'lost-too_many_attempts', 'whom to ask',                                                   SESSION,       'a sixth session is not begun, and the page says whom to ask [CAP-4]'),
  row('second thoughts',                          'quit',                 'a reason, then the same link opens again',                        FAILURES_FILE, 'quitting asks why, leads to aborted, and the same link opens again'),
  row('browser too old for the script',           null,                   'after five seconds: which browsers, and that another device works', STUCK,        'for the language of the page: says after a while which browsers do, and that the link works on another device'),
  row('browser that lacks what a screen needs',   'failed',               'load again, another browser, another device',                     STUCK,         'for something that a screen needs: says so in place of that screen, and nothing is lost'),
  row('browser without camera access',            'camera-unsupported',   'which browsers have it; a file where that is allowed',            STUCK,         'because the browser opens none at all: says which browsers do, and goes on with a file where that is allowed'),
  row('browser without workers',                  'camera',               'the picture is taken by the button',                              'live-camera.test.ts', 'offers the button at once where the browser starts no worker'),
  row('slow device, slow network',                'preview',              'the picture takes itself all the same',                           'live-camera.test.ts', 'takes the picture itself on a slow device with a slow network'),
];

function row(failure: string, screen: string | null, wayOn: string, file: string, test: string): FailureMode {
  return { failure, screen, wayOn, file, test };
}
