/** No verdict: the engine cannot know right now. Never to be read as a refusal. */
export const UNAVAILABLE = "UNAVAILABLE";
