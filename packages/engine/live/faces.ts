/** Faces without what needs Node: a worker measures live frames with the server's networks and code. Apart from `browser.ts`, because it brings a library. */

export { type AnalysedFace, type FaceFrame, type FaceFrameAnalysis, openFaceAnalyser } from './analyse-face-frame.ts';
export { type FaceNetworkFiles, openFaceNetworks } from './open-face-networks.ts';
