export const PLACE_NAME_MAX = 80;
