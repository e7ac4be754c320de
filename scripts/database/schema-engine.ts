import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
	bindMigrationAwareSqlAdapterFactory,
	ColumnTypeEnum,
	DriverAdapterError,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

export type RunScript = (sql: string) => Promise<unknown>;

/**
 * Prisma's schema engine as WebAssembly; the native one is a download that closed networks refuse.
 * With a pool of one connection, a transaction opened on that pool holds everything the engine does.
 * `runScript` receives each migration whole: the adapter by itself would cut it at every semicolon, also inside
 * the bodies of functions.
 */
export async function openSchemaEngine(pool: pg.Pool, runScript: RunScript): Promise<SchemaEngine> {
	return createEngine(new WholeScripts(pool, runScript));
}

/** An engine that only compares schema files and never connects. */
export async function openOfflineSchemaEngine(): Promise<SchemaEngine> {
	return createEngine(new Nowhere(new pg.Pool()));
}

class WholeScripts extends PrismaPg {
	readonly #runScript: RunScript;

	constructor(pool: pg.Pool, runScript: RunScript) {
		super(pool);
		this.#runScript = runScript;
	}

	override async connect() {
		const adapter = await super.connect();
		adapter.executeScript = async (sql) => {
			try {
				await this.#runScript(sql);
			} catch (error) {
				const { code = "N/A", message, severity = "ERROR", detail, column, hint } = error as pg.DatabaseError;
				throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
			}
		};
		return adapter;
	}
}

/** Answers what the engine asks on opening: which server this is. */
class Nowhere extends PrismaPg {
	override async connect() {
		const adapter = await super.connect();
		adapter.queryRaw = async () => ({
			columnNames: ["exists", "version", "numeric_version"],
			columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
			rows: [[true, "PostgreSQL 18.0", 180000]],
		});
		return adapter;
	}
}

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

/** Loaded once in a process: the bindings remember the memory of the first instance. */
let loading: Promise<Bindings> | undefined;

async function createEngine(factory: PrismaPg): Promise<SchemaEngine> {
	loading ??= load();
	const { SchemaEngine } = await loading;
	return SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

async function load(): Promise<Bindings> {
	const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
	const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
	const wasm = await readFile(entry.replace(/\.js$/, ".wasm"));
	const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": importsOf(bindings) });
	const { __wbg_set_wasm: attach } = bindings as unknown as { __wbg_set_wasm: (wasm: unknown) => void };
	attach(instance.exports);
	(instance.exports.__wbindgen_start as () => void)();
	return bindings;
}

/** The engine never clears the timer that bounds its wait for the lock, and so would hold the process for 10 s. */
function importsOf(bindings: Bindings): WebAssembly.ModuleImports {
	const imports = Object.entries(bindings as unknown as Record<string, (...args: unknown[]) => unknown>);
	return Object.fromEntries(
		imports.map(([name, call]) => {
			if (!name.startsWith("__wbg_setTimeout_")) return [name, call];
			return [name, (...args: unknown[]) => (call(...args) as NodeJS.Timeout).unref()];
		}),
	);
}
