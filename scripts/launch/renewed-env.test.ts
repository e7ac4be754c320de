import { expect, test } from "vitest";
import { renewed } from "./renewed-env.ts";

test("new workers read what the file says now, and what it no longer says is gone", () => {
	const source = renewed({
		given: { PATH: "/bin" },
		file: { LOG_LEVEL: "debug" },
		running: { PATH: "/bin", LOG_LEVEL: "info", TRUSTED_HOPS: "1" },
	});

	expect(source).toMatchObject({ PATH: "/bin", LOG_LEVEL: "debug", TRUSTED_HOPS: "" });
});

test("what the product was given wins over the file, as it does at a start", () => {
	const source = renewed({ given: { LOG_LEVEL: "warn" }, file: { LOG_LEVEL: "debug" }, running: {} });

	expect(source.LOG_LEVEL).toBe("warn");
});

test("what is settled while the product runs does not change, whoever says so", () => {
	const source = renewed({
		given: { PORT: "5000" },
		file: { PORT: "4000", WEB_CONCURRENCY: "8", DATABASE_URL: "postgresql://other" },
		running: { PORT: "3000", WEB_CONCURRENCY: "2" },
	});

	expect(source).toMatchObject({ PORT: "3000", WEB_CONCURRENCY: "2", DATABASE_URL: "" });
});
