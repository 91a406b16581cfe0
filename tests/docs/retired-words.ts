/**
 * Words that the field does not use for the thing, or that meant several things here, by the row of the glossary that replaced them.
 *
 * `where` are beginnings of paths; an empty list means everywhere. `except` is matched against the line.
 */
export interface RetiredWord {
  word: RegExp;
  say: string;
  where?: readonly string[];
  except?: RegExp;
}

const ENGINE = ['packages/engine/', 'samples/', 'benchmarks/accuracy/'];
const CODE = ['packages/', 'apps/', 'samples/', 'benchmarks/', 'tests/', 'tools/'];

// biome-ignore format: a table
export const RETIRED_WORDS: readonly RetiredWord[] = [
  { word: /\b[Ss]ittings?\b|[a-z]Sittings?\b|SITTING|sitting_/,                                        say: 'capture session; attempt where it is counted' },
  { word: /\b[Zz]ones?\b/,                                                                             say: 'MRZ or VIZ', except: /(readable|inspection|time)[ -]?zones?|time with zone|timeZone|zone (ids?|of the tenant)|maschinenlesbare[rn]? Zone/i },
  { word: /[a-z]Zone[A-Z]?|\bZONE_|_ZONES?\b/,                                                         say: 'MRZ or VIZ', except: /[tT]imeZone|TIME_ZONE|visualInspectionZone/ },
  { word: /\bopenEye\b|\beyeOf\b|\bfaceEye\b|reident-eye|\beye-(talk|worker)\b/,                       say: 'frame analyser' },
  { word: /\b[Gg]aze[sd]?\b|[gG]azeFor/,                                                               say: 'guidance source' },
  { word: /[Gg]lance/,                                                                                 say: 'frame analysis', except: /at a glance/ },
  { word: /\bLOOKS\b|_LOOKS\b|decodeCarefully|\blookAt[A-Z]/,                                          say: 'test-time augmentation' },
  { word: /\bPromised\b|promisedFor|sendPromised|\bpromise\(|CLEAR_PROMISE|LEAST_PROMISE/,             say: 'upload reservation; score' },
  { word: /pieceBytes|PIECE_TYPE|dropPieces|sendPiece|unfinishedPieces|x-capture-offset/i,             say: 'chunk, Upload-Offset' },
  { word: /\baskNumber\b|NumberForStep|single-use number/,                                             say: 'nonce' },
  { word: /[Hh]eld by the partner|as held by|\bheldBy\b/,                                              say: 'on file' },
  { word: /LinePrint|measurePrint|comparePrints|PrintTrait|(print-in-one-type|document-not-printed|mrz-matches-print|print-not-a-specimen)/, say: 'VIZ text, font consistency, print attack' },
  { word: /SpectrumPeak|measurePatterns|spectrum-peak|regular patterns?/,                              say: 'recapture detection' },
  { word: /layFlat|lay-flat|FlatDocument/,                                                             say: 'rectify' },
  { word: /\b[aA]ppearances?\b|[a-z]Appearance/,                                                       say: 'template', where: ENGINE },
  { word: /[a-z]Cover\b|\bCover[A-Z]|coveredParts|coveredFraction|measure-cover|face-uncovered/,       say: 'occlusion', where: CODE },
  { word: /headIsSolid|head-is-solid|[Pp]lanarity/,                                                    say: '2D presentation attack, parallax' },
  { word: /\b[Mm]oments\b|[a-z]Moments?[A-Z(]/,                                                        say: 'frames', where: ENGINE, except: /strokes|OpenCV|image moments/ },
  { word: /\b[Ss]pecies\b|SPECIES|SpeciesName/,                                                        say: 'PAI species for attacks, scenario otherwise', except: /PAI[- ][Ss]pe[cz]ies/ },
  { word: /repeat_marks|\b(find|lookFor)Repeats\b|\bRepeats\b|repeatedFiles|keepMarks|\bsharedBands/,   say: 'duplicates, perceptual-hash bands' },
  { word: /\b[Ww]hereabouts\b|sitting_places|[Cc]ustomers[’'] way|Weg der Kunden/,                      say: 'funnel step, funnel' },
  { word: /\b[Rr]efusals?\b|REFUSALS?\b|\brefuse[A-Z]\w*|\b[A-Z]\w*Refus(al|ed)\b/,                      say: 'error, reject', except: /ECONNREFUSED/ },
  { word: /\bforeign\b/,                                                                               say: 'cross-origin; of another tenant', except: /foreign (key|SIM|number|document|passport)|VipsForeign/ },
  { word: /\b[Cc]omplain(t|ts|ed|s)?\b|COMPLAINTS/,                                                    say: 'validation error', except: /libvips complains/ },
  { word: /\bhappen\(|\bHappening\b|\bhappening:|\/acts\.ts/,                                          say: 'dispatch, action' },
  { word: /\bTroubles?\b|TROUBLES?\b|\btroubles?\b/,                                                   say: 'failure mode' },
  { word: /\b(Capture|Console|Delivery)Bench\b|\bBenchPartner\b|\b(capture|console)-bench\b/,          say: 'fixture' },
  { word: /\bopenStage\b|customer-stage|\bStageOptions\b/,                                             say: 'fixture' },
  { word: /\b[Pp]ump(s|ed|Jobs|Deliveries|Options)?\b|startPump/,                                      say: 'poller' },
  { word: /\b[Pp]atien(ce|tly)|PATIENCE/,                                                                say: 'retry at start, timeout' },
  { word: /\bmighty\b|fenceTables|\bsurvive\(/,                                                        say: 'superuser, row-level security policy, error listener' },
  { word: /Software says|\bPut it back\b|\bLast word\b|Live test of the face|Letztes Wort|Lebendtest/, say: 'Engine result, Release, Decided by, Liveness check' },
  { word: /[Kk]ind of document|is led back|are led back/,                                              say: 'document type, returns to', where: ['apps/', 'packages/messages/', 'docs/guides/', 'README.md'] },
];
