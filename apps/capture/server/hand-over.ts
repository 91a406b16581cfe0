import { customerUrl, type Platform } from '@reident/platform';
import type { HandOver } from '../shared/protocol.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The customer's link as a QR code, for going on with a phone. It stands only on the page that was opened by that very link.
 * None where the address leads to this machine only: a phone could not follow it.
 */
export async function handOverFor(
  platform: Platform,
  company: string,
  identificationId: string,
): Promise<HandOver | null> {
  if (LOOPBACK.has(new URL(platform.config.publicUrl).hostname)) return null;
  const { default: QRCode } = await import('qrcode');
  const { modules } = QRCode.create(customerUrl(platform, company, identificationId), { errorCorrectionLevel: 'M' });
  const path = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) path.push(`M${x} ${y}h1v1h-1z`);
  }
  return { size: modules.size, path: path.join('') };
}
