import { type ClassValue, clsx } from "clsx";
import { twMerge } from "tailwind-merge";

/** Joins class names; where two of them set the same thing, the later one wins. */
export const cn = (...classes: ClassValue[]) => twMerge(clsx(classes));
