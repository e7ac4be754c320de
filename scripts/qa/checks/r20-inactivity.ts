import { type Database, openDatabase } from "#lib/data/client.ts";
import { sweepInactivity } from "#lib/services/keys/sweep-inactivity.ts";
import { makeScene } from "../adapter.ts";
import { expect, type Findings, figure } from "../figures.ts";
import type { Form, QaCheck } from "../qa-check.ts";
import type { Rig } from "../rig.ts";
import { type QaKey, seedKeys } from "../seed-keys.ts";
import { winByLateUses } from "./r20-late-uses.ts";

const KEYS: Record<Form, number> = { short: 300, long: 10_000 };
const SWEEPERS = 3;
const DAYS = 120;
const PERIOD = 90;
const OUTAGE = [76, 77, 78, 79];
/** Each key is used on one in so many days, as long as it works. */
const USED_ONE_IN = 90;
const DAY_MS = 86_400_000;

export const inactivity: QaCheck = {
	id: "R20",
	title: "keys that nobody uses go after three notices, and no others",
	async run(rig, form, found) {
		await winByLateUses(rig, found);
		const { agencyId } = await makeScene(rig);
		const begin = new Date(Date.now() - DAYS * DAY_MS);
		const keys = await seedKeys(rig, agencyId, KEYS[form]);
		await rig.owner.query("update api_keys set idle_from = $2, created_at = $2 where agency_id = $1", [
			agencyId,
			begin,
		]);
		await makeKeeper(rig, agencyId);

		const sweepers = Array.from({ length: SWEEPERS }, () => openDatabase(rig.appUrl, 2));
		try {
			for (let day = 1; day <= DAYS; day++) {
				await sendUses(rig, keys, at(begin, day - Math.random()));
				if (!OUTAGE.includes(day)) await sweepTogether(sweepers, at(begin, day), day);
			}
		} finally {
			await Promise.all(sweepers.map((sweeper) => sweeper.close()));
		}
		await judge(rig, agencyId, at(begin, DAYS), found);
	},
};

const at = (begin: Date, days: number) => new Date(begin.getTime() + days * DAY_MS);

/** One of the sweepers, another each day, ends at a moment of its own. */
async function sweepTogether(sweepers: readonly Database[], now: Date, day: number) {
	await Promise.all(
		sweepers.map((database, index) => {
			const stop = new AbortController();
			if (index === day % SWEEPERS) setTimeout(() => stop.abort(), Math.random() * 200);
			return sweepInactivity(database, now, {
				dryRun: false,
				signal: stop.signal,
				untilWritten: async () => true,
			});
		}),
	);
}

/** As the engine writes it: only what works is used. */
async function sendUses({ owner }: Rig, keys: readonly QaKey[], moment: Date) {
	const used = keys.filter(() => Math.random() * USED_ONE_IN < 1).map(({ id }) => id);
	await owner.query(
		`update key_last_uses u set last_used_at = greatest(u.last_used_at, $2) from api_keys k
			where k.agency_id = u.agency_id and k.id = u.key_id and k.id = any($1::uuid[]) and k.deleted_at is null`,
		[used, moment],
	);
}

async function makeKeeper({ owner }: Rig, agencyId: string) {
	await owner.query(
		`with keeper as (insert into users (id, email, name, password_hash, created_at, updated_at)
				values (gen_random_uuid(), gen_random_uuid() || '@example.test', 'A keeper', 'none:none', now(), now()) returning id)
			insert into agency_members (agency_id, user_id, role, created_at) select $1, id, 'ADMIN', now() from keeper`,
		[agencyId],
	);
}

type Fate = { deletedAt: Date | null; since: Date; keepers: number; notices: { days: number; at: string }[] };

async function judge({ owner }: Rig, agencyId: string, end: Date, found: Findings) {
	const { rows } = await owner.query<Fate>(
		`select k.deleted_at as "deletedAt", greatest(u.last_used_at, k.idle_from) as since,
				(select count(*)::int from agency_members m where m.agency_id = k.agency_id
					and m.role in ('OWNER', 'ADMIN')) as keepers,
				coalesce((select json_agg(json_build_object('days', (n.detail->>'daysLeft')::int, 'at', n.created_at)
					order by n.created_at) from notifications n where n.agency_id = k.agency_id and n.key_id = k.id
					and n.kind = 'key.unused' and n.created_at > greatest(u.last_used_at, k.idle_from)), '[]') as notices
			from api_keys k join key_last_uses u on u.agency_id = k.agency_id and u.key_id = k.id
			where k.agency_id = $1`,
		[agencyId],
	);
	const taken = rows.filter((row) => row.deletedAt !== null);
	figure(found, `of ${rows.length} keys`, `${taken.length} taken`);
	expect(found, taken.length > 0, "no key was taken");
	const wrongly = taken.filter((row) => !hadItsNotices(row)).length;
	expect(found, wrongly === 0, `${wrongly} keys went without exactly three notices for each of their people`);
	const early = taken.filter(({ deletedAt, since }) => daysBetween(since, deletedAt) < PERIOD).length;
	expect(found, early === 0, `${early} keys went within ${PERIOD} days of their last use`);
	const latest = PERIOD + OUTAGE.length + 2;
	const missed = rows.filter((row) => row.deletedAt === null && daysBetween(row.since, end) > latest).length;
	expect(found, missed === 0, `${missed} keys should have gone and are still there`);
}

const daysBetween = (from: Date, to: Date | null) => ((to?.getTime() ?? 0) - from.getTime()) / DAY_MS;

function hadItsNotices({ deletedAt, keepers, notices }: Fate) {
	const expected = [15, 7, 1].flatMap((days) => Array.from({ length: keepers }, () => days));
	const last = notices.at(-1);
	if (!last || notices.map(({ days }) => days).join() !== expected.join()) return false;
	return daysBetween(new Date(last.at), deletedAt) >= 1;
}
