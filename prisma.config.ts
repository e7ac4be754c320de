import { defineConfig } from "prisma/config";

/** For Prisma's own commands, such as `prisma migrate deploy`; Latchkey itself does without. */
export default defineConfig({
	schema: "prisma/schema.prisma",
	migrations: { path: "prisma/migrations" },
	datasource: { url: process.env.DATABASE_MIGRATE_URL || process.env.DATABASE_URL || "" },
});
