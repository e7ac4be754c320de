import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { GROUP_OF, NOTIFICATION_GROUP_NAMES, NOTIFICATION_GROUPS } from "./notification-groups.ts";
import { noticeBlanks } from "./notification-text.ts";
import {
	NOTIFICATIONS,
	type NotificationDetail,
	type NotificationKind,
	readNotice,
} from "./notifications.ts";
import { de } from "./texts/de/all.ts";
import { en } from "./texts/en/all.ts";
import { englishOf } from "./texts/english.ts";
import type { Language } from "./texts/languages.ts";

const title = "Website sync";
const SAMPLES: { [Kind in NotificationKind]: NotificationDetail<Kind> } = {
	"key.unused": {
		title,
		daysLeft: 15,
		idleSince: "2026-03-03T10:00:00.000Z",
		endsAt: "2026-06-18T10:00:00.000Z",
	},
	"key.deleted_unused": {
		title,
		idleSince: "2026-03-03T10:00:00.000Z",
		restorableUntil: "2026-07-01T00:00:00.000Z",
	},
	"key.expiring": { title, daysLeft: 1, endsAt: "2026-06-18T23:59:00.000Z" },
	"key.rotation_due": { title, secretSince: "2026-03-03T10:00:00.000Z", everyDays: 90 },
	"key.leaked": { title },
	"webhook.parked": { url: "https://example.test/hook", events: 3 },
	"workflow.message": { workflow: title, contact: "Ada Lovelace", message: "Call them back." },
};
const KINDS = Object.keys(NOTIFICATIONS) as NotificationKind[];

const sentence = (kind: NotificationKind, language: Language = "en") => {
	const messages = { notifications: { en, de }[language].notifications } as unknown as typeof en;
	const t = createTranslator({ locale: language, messages, namespace: "notifications" });
	const notice = readNotice(kind, SAMPLES[kind]);
	return t.markup(`told.${kind}.sentence`, { ...noticeBlanks(notice, language), bdi: (name) => `<${name}>` });
};

test("a key that nobody uses is told of in plain words", () => {
	expect(sentence("key.unused")).toBe(
		"Nobody has used <“Website sync”> since 3 March 2026. It will be deleted on 18 June 2026 unless it is used.",
	);
	expect(sentence("key.unused", "de")).toBe(
		"<„Website sync“> wurde seit dem 3. März 2026 nicht verwendet. Der Schlüssel wird am 18. Juni 2026 gelöscht, wenn ihn bis dahin niemand verwendet.",
	);
});

test("when a key expires is told to the minute, for it is another day elsewhere", () => {
	expect(sentence("key.expiring")).toBe(
		"<“Website sync”> expires on 18 June 2026, 23:59 UTC. It is refused from then on, until it is given a later date.",
	);
});

// A mail that waited for the server, or for the digest, is read days later.
test("the subject names the day itself", () => {
	const notice = readNotice("key.expiring", SAMPLES["key.expiring"]);

	expect(englishOf("notifications")("told.key.expiring.subject", noticeBlanks(notice, "en"))).toBe(
		"A key expires on 18 June 2026",
	);
});

test.each(KINDS)("%s names what it is about as a name, and is in one group", (kind) => {
	const name = kind === "webhook.parked" ? SAMPLES[kind].url : title;
	const groups = NOTIFICATION_GROUP_NAMES.filter((group) =>
		(NOTIFICATION_GROUPS[group] as readonly string[]).includes(kind),
	);

	expect(sentence(kind)).toContain(`<“${name}”>`);
	expect(sentence(kind, "de")).toContain(`<„${name}“>`);
	expect(groups).toEqual([GROUP_OF[kind]]);
});

test("a detail of another kind is refused", () => {
	expect(() => readNotice("key.leaked", SAMPLES["webhook.parked"])).toThrow();
});
