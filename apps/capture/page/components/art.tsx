import type { StepId } from '../../shared/protocol.ts';
/** The page's own drawings: two colours, no text. */

export function ShieldArt() {
  return (
    <svg viewBox="0 0 120 96" width="120" height="96" role="presentation">
      <rect class="soft" x="8" y="20" width="84" height="56" rx="9" />
      <rect class="line" x="8" y="20" width="84" height="56" rx="9" />
      <circle class="line" cx="32" cy="42" r="8" />
      <path class="line" d="M19 64c2-8 7-11 13-11s11 3 13 11M58 38h22M58 50h22M58 62h13" />
      <path class="solid" d="M93 44l19 7v14c0 12-8 20-19 25-11-5-19-13-19-25V51z" />
      <path class="tick" d="M84 67l7 7 12-13" />
    </svg>
  );
}

export function PhoneArt() {
  return (
    <svg viewBox="0 0 120 96" width="120" height="96" role="presentation">
      <rect class="soft" x="38" y="6" width="44" height="84" rx="9" />
      <rect class="line" x="38" y="6" width="44" height="84" rx="9" />
      <path class="line" d="M55 82h10" />
      <rect class="solid" x="20" y="28" width="64" height="26" rx="8" />
      <path class="solid" d="M32 52v10l10-9z" />
      <path class="dots" d="M33 41h.1M43 41h.1M53 41h.1M63 41h.1M73 41h.1" />
    </svg>
  );
}

export function StepArt({ step }: { step: StepId }) {
  if (step === 'selfie') return <FaceArt />;
  if (step === 'liveness') return <TurningFaceArt />;
  if (step === 'security_video') return <TiltedCardArt />;
  if (step === 'proof_of_address') return <LetterArt />;
  if (step === 'document_data_page') return <PassportArt />;
  return <CardArt back={step === 'document_back'} />;
}

/** What the kinds of documents look like, from afar. */
export function KindArt({ kind }: { kind: string }) {
  if (kind === 'passport') return <PassportArt />;
  if (kind === 'driving_licence') return <LicenceArt />;
  return <CardArt back={false} />;
}

function LicenceArt() {
  return (
    <svg viewBox="0 0 160 110" width="160" height="110" role="presentation">
      <path class="corner" d="M4 22V4h18M138 4h18v18M156 88v18h-18M22 106H4V88" />
      <rect class="soft" x="18" y="16" width="124" height="78" rx="9" />
      <rect class="line" x="18" y="16" width="124" height="78" rx="9" />
      <path class="line" d="M54 68h-8V56l10-4 8-14h32l9 14 11 4v12h-8M72 68h20M60 52h44" />
      <circle class="solid" cx="63" cy="69" r="8" />
      <circle class="solid" cx="100" cy="69" r="8" />
    </svg>
  );
}

function CardArt({ back }: { back: boolean }) {
  return (
    <svg viewBox="0 0 160 110" width="160" height="110" role="presentation">
      <path class="corner" d="M4 22V4h18M138 4h18v18M156 88v18h-18M22 106H4V88" />
      <rect class="soft" x="18" y="16" width="124" height="78" rx="9" />
      <rect class="line" x="18" y="16" width="124" height="78" rx="9" />
      {back ? (
        <path class="line" d="M30 32h46M30 44h34M28 68h104M28 77h104M28 86h104" />
      ) : (
        <>
          <rect class="line" x="29" y="32" width="34" height="44" rx="4" />
          <circle class="solid" cx="46" cy="48" r="7" />
          <path class="solid" d="M33 74c1-11 6-15 13-15s12 4 13 15z" />
          <path class="line" d="M74 38h54M74 52h40M74 66h48" />
        </>
      )}
    </svg>
  );
}

function PassportArt() {
  return (
    <svg viewBox="0 0 160 130" width="148" height="120" role="presentation">
      <rect class="line" x="26" y="6" width="108" height="54" rx="6" />
      <rect class="soft" x="26" y="60" width="108" height="64" rx="6" />
      <rect class="line" x="26" y="60" width="108" height="64" rx="6" />
      <circle class="solid" cx="48" cy="78" r="6" />
      <path class="solid" d="M37 98c1-9 5-12 11-12s10 3 11 12z" />
      <path class="line" d="M70 74h50M70 84h38M70 94h44M34 108h92M34 116h92" />
    </svg>
  );
}

function FaceArt() {
  return (
    <svg viewBox="0 0 130 120" width="130" height="120" role="presentation">
      <path class="corner" d="M6 26V6h20M104 6h20v20M124 94v20h-20M26 114H6V94" />
      <ellipse class="soft" cx="65" cy="58" rx="30" ry="38" />
      <ellipse class="line" cx="65" cy="58" rx="30" ry="38" />
      <path class="dots" d="M54 52h.1M76 52h.1" />
      <path class="line" d="M65 54v11h-4M55 76c6 6 14 6 20 0" />
    </svg>
  );
}

function TurningFaceArt() {
  return (
    <svg viewBox="0 0 160 120" width="160" height="120" role="presentation">
      <ellipse class="soft" cx="80" cy="58" rx="30" ry="38" />
      <ellipse class="line" cx="80" cy="58" rx="30" ry="38" />
      <path class="dots" d="M69 52h.1M91 52h.1" />
      <path class="line" d="M80 54v11h-4M70 76c6 6 14 6 20 0" />
      <path class="corner" d="M30 44L14 58l16 14M14 58h24M130 44l16 14-16 14M146 58h-24" />
    </svg>
  );
}

function TiltedCardArt() {
  return (
    <svg viewBox="0 0 160 110" width="160" height="110" role="presentation">
      <path class="soft" d="M34 30l92-10 8 62-92 10z" />
      <path class="line" d="M34 30l92-10 8 62-92 10z" />
      <path class="line" d="M46 42l28-3 4 34-28 3zM86 40l32-3M88 54l32-3M90 68l26-3" />
      <path
        class="corner"
        d="M12 72a70 70 0 0 0 20 30M12 72l-6 12M12 72l12 6M148 38a70 70 0 0 0-20-30M148 38l6-12M148 38l-12-6"
      />
    </svg>
  );
}

function LetterArt() {
  return (
    <svg viewBox="0 0 130 120" width="130" height="120" role="presentation">
      <path class="soft" d="M30 8h50l22 22v82H30z" />
      <path class="line" d="M30 8h50l22 22v82H30zM80 8v22h22" />
      <path class="line" d="M42 36h26M42 46h20M42 66h48M42 78h48M42 90h36" />
    </svg>
  );
}

export function DoneArt() {
  return (
    <svg viewBox="0 0 96 96" width="96" height="96" role="presentation">
      <circle class="soft" cx="48" cy="48" r="44" />
      <circle class="solid" cx="48" cy="48" r="32" />
      <path class="tick" d="M33 49l11 11 20-23" />
    </svg>
  );
}

export function PauseArt() {
  return (
    <svg viewBox="0 0 96 96" width="96" height="96" role="presentation">
      <circle class="soft" cx="48" cy="48" r="44" />
      <path class="line thick" d="M48 28v24M48 66v.2" />
    </svg>
  );
}

export function CameraOffArt() {
  return (
    <svg viewBox="0 0 120 96" width="120" height="96" role="presentation">
      <rect class="soft" x="14" y="26" width="92" height="58" rx="10" />
      <path
        class="line"
        d="M14 36a10 10 0 0 1 10-10h16l7-10h26l7 10h16a10 10 0 0 1 10 10v38a10 10 0 0 1-10 10H24a10 10 0 0 1-10-10z"
      />
      <circle class="line" cx="60" cy="54" r="17" />
      <path class="warn" d="M20 8l80 82" />
    </svg>
  );
}

/** Small signs for lists and buttons. */
const SIGNS = {
  document: 'M4 6h16v12H4zM8 10.5h.1M12 10h5M12 13.5h5',
  light: 'M12 4v2M5.6 6.6l1.5 1.5M18.4 6.6l-1.5 1.5M4 13h2M18 13h2M9 17h6M10 20h4M9 16a4.5 4.5 0 1 1 6 0',
  face: 'M12 4a6 7 0 0 1 6 7c0 5-3 9-6 9s-6-4-6-9a6 7 0 0 1 6-7zM10 11h.1M14 11h.1M10.5 15h3',
  letter: 'M6 4h8l4 4v12H6zM14 4v4h4M9 12h6M9 15h6',
  left: 'M10 6L4 12l6 6M4 12h16',
  right: 'M14 6l6 6-6 6M20 12H4',
  hold: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  tilt: 'M4 9a9 9 0 0 1 15-2M19 3v4h-4M20 15a9 9 0 0 1-15 2M5 21v-4h4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  turn: 'M5 9a8 8 0 0 1 14-1M19 4v4h-4M19 15a8 8 0 0 1-14 1M5 20v-4h4',
  torch: 'M13 3L6 13h5l-1 8 8-11h-6z',
  frame: 'M4 9V5h5M15 5h5v4M20 15v4h-5M9 19H4v-4',
  near: 'M4 4l6 6M10 5v5H5M20 20l-6-6M14 19v-5h5',
  glare: 'M12 3v4M12 17v4M3 12h4M17 12h4M6 6l2.5 2.5M15.5 15.5L18 18M18 6l-2.5 2.5M8.5 15.5L6 18',
  hand: 'M8 12V6a1.5 1.5 0 0 1 3 0v5M11 11V4.5a1.5 1.5 0 0 1 3 0V11M14 11V6a1.5 1.5 0 0 1 3 0v8a6 6 0 0 1-6 6c-3 0-4-2-6-6 0-2 2-2 3 0',
  people:
    'M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3.5 19c.5-4 2.5-6 5.5-6s5 2 5.5 6M15.5 6a2.5 2.5 0 1 1 0 5M17 13.5c2 .7 3.2 2.5 3.5 5.5',
  still: 'M7 3h10v18H7zM3 9v6M21 9v6',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
} as const;

export function Sign({ name }: { name: keyof typeof SIGNS }) {
  return (
    <svg class="sign" viewBox="0 0 24 24" width="24" height="24" role="presentation" aria-hidden="true">
      <path d={SIGNS[name]} />
    </svg>
  );
}
