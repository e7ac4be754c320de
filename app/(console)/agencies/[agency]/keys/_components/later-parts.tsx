"use client";

import dynamic from "next/dynamic";

/** Parts of a key's page that some of its tabs show: their scripts come with these tabs alone. */
export const TryKeyForm = dynamic(() => import("./try-key-form.tsx").then((module) => module.TryKeyForm));
export const RefusalSearch = dynamic(() =>
	import("./refusal-search.tsx").then((module) => module.RefusalSearch),
);
