/** Faces without what needs Node: a worker measures live frames with the server's networks and code. Apart from `browser.ts`, because it brings a library. */
export { type FaceNetworkFiles, openFaceNetworks } from './evidence/faces/load-in-browser.ts';
export { type FaceFrame, type FaceGlance, type GlancedFace, watchFaces } from './evidence/faces/look-at-faces.ts';
