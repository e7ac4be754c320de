import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { useTranslations } from "use-intl/react";
import { expect, test, vi } from "vitest";
import { en } from "#lib/core/texts/en/all.ts";
import { MoreTexts, RootTexts } from "./client-texts.tsx";

const Title = () => useTranslations("audit")("title");
const Section = () => MoreTexts({ messages: { audit: en.audit }, children: createElement(Title) });
const Page = () => RootTexts({ language: "en", messages: {}, children: createElement(Section) });

// The library complains once of each process, in the log of whoever runs it.
test("texts are rendered on the server without a word in its log", () => {
	const logged = vi.spyOn(console, "error").mockImplementation(() => {});

	const html = renderToString(createElement(Page));

	expect(html).toBe(en.audit.title);
	expect(logged.mock.calls).toEqual([]);
});
