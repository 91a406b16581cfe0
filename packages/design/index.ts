export { customProperties, type Style, styleSheet } from './custom-properties.ts';
export { BRAND, COLOURS, CONTRASTS, type ColourName, colour, FONTS, PICTURE_COLOURS, SIZES } from './tokens.ts';
