import type { CaptureStep } from '@reident/engine';

/** What a sandbox offers in place of the camera, by the step at hand. The names are scenarios of `samples/`. */
// biome-ignore format: a table
export const SAMPLE_CHOICES = {
  document_front:     ['clean', 'blurred', 'dark', 'finger', 'portrait_glare', 'steep', 'sides_exchanged', 'screen', 'sheet_print', 'pasted_portrait', 'other_name'],
  document_back:      ['clean', 'blurred', 'dark', 'glare', 'finger', 'steep', 'wrong_side', 'screen', 'expired', 'broken_check_digit', 'other_name'],
  document_data_page: ['clean', 'blurred', 'dark', 'glare', 'finger', 'steep', 'screen', 'grey_copy', 'expired', 'broken_check_digit', 'specimen_state', 'pasted_portrait', 'other_name'],
  proof_of_address:   ['clean', 'blurred', 'dark', 'other_name'],
  selfie:             ['clean', 'selfie_blurred', 'selfie_dark', 'selfie_empty', 'selfie_two_people', 'selfie_mask', 'selfie_sunglasses', 'selfie_screen'],
  security_video:     ['clean', 'video_still', 'video_exchanged', 'video_dull'],
  liveness:           ['clean', 'still_photo', 'turned_photo', 'wrong_way'],
} as const satisfies Record<CaptureStep, readonly string[]>;

export type SampleName = (typeof SAMPLE_CHOICES)[CaptureStep][number];
