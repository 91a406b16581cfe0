import type { Messages } from '../shape/messages.ts';

export const consents = {
  terms:
    'Ich möchte jetzt meine Identität bestätigen. Ich bin einverstanden, dass Fotos und kurze Videos von meinem Ausweis und von mir aufgenommen, verschlüsselt gespeichert und von Software und von einer Fachkraft geprüft werden.',
  biometrics:
    'Ich willige ein, dass mein Gesicht auf dem Foto mit dem Lichtbild auf meinem Ausweis verglichen wird. Die dafür erzeugten biometrischen Daten werden danach gelöscht. Ich kann meine Einwilligung jederzeit widerrufen.',
} satisfies Messages['consents'];
