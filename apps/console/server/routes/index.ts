import type { ConsoleRoute } from '../route.ts';
import { showCase } from './case.ts';
import { cases } from './cases.ts';
import { claim, release } from './claim.ts';
import { clip } from './clip.ts';
import { decide } from './decide.ts';
import { funnel } from './funnel.ts';
import { showLogo, uploadLogo } from './logo.ts';
import { me } from './me.ts';
import { picture } from './picture.ts';
import { createCampaign, moveCampaign, rekyc, rekycPerson, rekycRows, tryCampaign } from './rekyc.ts';
import { reveal } from './reveal.ts';
import { confirmSetting, saveSettings, showSettings, withdrawSetting } from './settings.ts';

/** Every operation of the console; the tests walk this list with every role. */
export const ROUTES: readonly ConsoleRoute[] = [
  me,
  cases,
  showCase,
  claim,
  release,
  reveal,
  picture,
  clip,
  decide,
  showSettings,
  saveSettings,
  confirmSetting,
  withdrawSetting,
  funnel,
  rekyc,
  rekycPerson,
  rekycRows,
  createCampaign,
  tryCampaign,
  moveCampaign,
  uploadLogo,
  showLogo,
];
