import "server-only";
import { notFound } from "next/navigation";
import { AppError } from "#lib/core/errors.ts";

/** What a page is about, or the page that says "not found". */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
	try {
		return await found;
	} catch (error) {
		if (error instanceof AppError && error.code === "not_found") notFound();
		throw error;
	}
}
