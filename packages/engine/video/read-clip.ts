import { clipFormat } from '../image/media-format.ts';
import type { ClipReading } from '../readings/capture.ts';
import { readMp4 } from './read-mp4.ts';
import { readWebm } from './read-webm.ts';
import type { RecordedClip } from './recording.ts';
import type { VideoTrack } from './video-track.ts';

/**
 * Looks at the container of a clip, never at its pictures: how long it is, and whether it holds what a player needs.
 *
 * Every number in it is a stranger's. The walk is bounded by the clip's own length, and nothing is allocated by what it says.
 */
export function readClip({ bytes, contentType }: RecordedClip): ClipReading {
  const format = clipFormat(bytes);
  if (format === null) return { format: contentType === 'video/mp4' ? 'mp4' : 'webm', seconds: null, playable: false };
  const track = format === 'webm' ? readWebm(bytes) : readMp4(bytes);
  const seconds = track.seconds === null ? null : Math.round(track.seconds * 100) / 100;
  return { format, seconds, playable: isPlayable(track) };
}

function isPlayable({ codec, frames, startsWhole }: VideoTrack): boolean | null {
  if (codec === null || frames === 0 || startsWhole === false) return false;
  return PLAYED_BY_BROWSERS.some((name) => codec.startsWith(name)) ? true : null;
}

/** Matroska's and MP4's names of the codings that browsers record and play. */
const PLAYED_BY_BROWSERS = [
  'V_VP8',
  'V_VP9',
  'V_AV1',
  'V_MPEG4/ISO/AVC',
  'avc1',
  'avc3',
  'hvc1',
  'hev1',
  'vp09',
  'av01',
];
