import { v7 } from "uuid";
import { z } from "zod";

/** A UUID version 7: sorts by the time it was made and is never handed out twice. */
export const newId = () => v7();

/** An id from outside, in the lower case in which ids are stored and compared. */
export const Id = z.uuid().toLowerCase();
