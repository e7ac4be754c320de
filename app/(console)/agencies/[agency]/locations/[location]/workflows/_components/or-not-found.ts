import { notFound } from "next/navigation";
import { AppError } from "#lib/core/errors.ts";

/** The page that says "not found" for what a service says is not there. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (error) {
		if (error instanceof AppError && error.code === "not_found") notFound();
		throw error;
	}
}
