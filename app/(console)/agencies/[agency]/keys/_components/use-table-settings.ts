"use client";

import { useState } from "react";
import { TABLE_SETTINGS_COOKIE, type TableSettings, writeSettings } from "./table-settings.ts";

const YEAR_SECONDS = 31_536_000;

/** How somebody wants the table, kept in a cookie so that the server renders it like that from the start. */
export function useTableSettings(initial: TableSettings) {
	const [settings, setSettings] = useState(initial);

	function change(next: TableSettings) {
		setSettings(next);
		// biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
		document.cookie = `${TABLE_SETTINGS_COOKIE}=${writeSettings(next)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
	}

	return { settings, change };
}
