/** A session nobody used for this long is over. */
export const IDLE_MINUTES = 30;
/** A session is over after this long, whatever the use. */
export const ABSOLUTE_HOURS = 12;
/** How often use is written down; idle time is exact to this. */
export const TOUCH_SECONDS = 60;
/** How long a proof that it is you counts for what is grave. */
export const STEP_UP_MINUTES = 5;
/** How long requests under way may use the id that a session had before. */
export const TAKE_OVER_SECONDS = 10;
