import { Webhook } from "standardwebhooks";
import {
	addWebhook,
	countWaiting,
	deliveriesTo,
	makeScene,
	passAnHour,
	setEnabled,
	signingSecret,
} from "../adapter.ts";
import { bound, expect, type Findings, figure, spread } from "../figures.ts";
import type { Form, QaCheck } from "../qa-check.ts";
import { instanceAt, type Rig } from "../rig.ts";
import { keyAt, type QaKey, seedKeys } from "../seed-keys.ts";
import { inLanes, until } from "../watch.ts";
import { type Message, openReceiver, openTrap, type Receiver } from "../webhook-receiver.ts";

const CHANGES: Record<Form, number> = { short: 240, long: 10_000 };
const KEYS: Record<Form, number> = { short: 12, long: 100 };
const KILLS: Record<Form, number> = { short: 3, long: 12 };
const LANES = 8;
/** A lease of a worker that was killed, the minute in which another looks, and the deliveries. */
const DRAINED_WITHIN_MS: Record<Form, number> = { short: 120_000, long: 600_000 };
const SLOW_ENDPOINTS = 12;
const TOLD_BESIDE = 10;
const DELAY_MS_MAX = 1_000;
const OPEN = { EGRESS_ALLOW: "127.0.0.1" };

export const webhooks: QaCheck = {
	id: "R21",
	title: "webhooks tell every change, in order, under one id, whoever is killed, and never inside",
	async run(rig, form, found) {
		await Promise.all(rig.instances.map((instance) => instance.restart(OPEN)));
		await tellAll(rig, form, found);
		await tellNothingInside(rig, found);
		await waitForNobody(rig, found);
	},
};

/** The receiver is down for an hour and comes back; workers are killed before and while it is told what it has missed. */
async function tellAll(rig: Rig, form: Form, found: Findings) {
	const receiver = await openReceiver(rig.shutdown);
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, KEYS[form]);
	const endpointId = await addWebhook(rig, agencyId, receiver.url);

	receiver.answer = 503;
	const changing = change(rig, keys, CHANGES[form]);
	await until(() => receiver.messages.length >= keys.length, DELAY_MS_MAX * LANES);
	await kill(rig, 0);
	await changing;
	await passAnHour(rig, agencyId);
	receiver.answer = 204;
	const killed = await killInTheMiddle(rig, receiver, form);

	const isDrained = async () => (await countWaiting(rig, agencyId)) === 0;
	await until(isDrained, DRAINED_WITHIN_MS[form]);
	figure(found, "changes", CHANGES[form]);
	figure(found, "killed", killed + 1);
	await judge(rig, { agencyId, endpointId, receiver, changes: CHANGES[form] }, found);
	await receiver.close();
}

/** Each key is switched off and on in turn, as often as the others. */
const change = (rig: Rig, keys: readonly QaKey[], count: number) =>
	inLanes(keys, LANES, async (key) => {
		for (let step = 0; step < count / keys.length; step++) await setEnabled(rig, key, step % 2 === 1);
	});

async function kill(rig: Rig, index: number) {
	const instance = instanceAt(rig, index);
	await instance.end("SIGKILL");
	await instance.start(OPEN);
}

/** One instance after the other, each when some more have arrived. Returns how many. */
async function killInTheMiddle(rig: Rig, { messages }: Receiver, form: Form) {
	const portion = CHANGES[form] / (KILLS[form] + 1);
	let killed = 0;
	for (; killed < KILLS[form]; killed++) {
		const accepted = () => messages.filter((message) => message.accepted).length;
		await until(() => accepted() >= portion * (killed + 0.5), DRAINED_WITHIN_MS[form]);
		await kill(rig, killed);
	}
	return killed;
}

type Told = { agencyId: string; endpointId: string; receiver: Receiver; changes: number };

async function judge(rig: Rig, { agencyId, endpointId, receiver, changes }: Told, found: Findings) {
	const deliveries = await deliveriesTo(rig, endpointId);
	const accepted = receiver.messages.filter((message) => message.accepted);
	const arrived = new Set(accepted.map(({ id }) => id));
	const lost = deliveries.filter(({ eventId }) => !arrived.has(eventId)).length;
	expect(found, deliveries.length === changes, `${changes} changes made ${deliveries.length} events`);
	expect(found, lost === 0, `${lost} events were lost`);
	figure(found, "told twice", accepted.length - arrived.size);

	const signer = new Webhook(await signingSecret(rig, agencyId));
	const unsigned = receiver.messages.filter((message) => !isSigned(signer, message)).length;
	expect(found, unsigned === 0, `the standard library refused ${unsigned} messages`);
	const bodies = Map.groupBy(receiver.messages, ({ id }) => id).values();
	const changed = [...bodies].filter((same) => new Set(same.map(({ body }) => body)).size > 1).length;
	expect(found, changed === 0, `${changed} messages came again with another body`);

	const places = new Map(deliveries.map(({ eventId }, place) => [eventId, place]));
	const subjects = new Map(deliveries.map(({ eventId, subjectId }) => [eventId, subjectId]));
	const ofKeys = Map.groupBy(accepted, ({ id }) => subjects.get(id));
	const disordered = [...ofKeys.values()].filter((messages) => !isAscending(messages, places)).length;
	expect(found, disordered === 0, `${disordered} keys were told of in another order than they changed`);
}

function isSigned(signer: Webhook, { body, headers }: Message) {
	try {
		signer.verify(body, headers);
		return true;
	} catch {
		return false;
	}
}

const isAscending = (messages: readonly Message[], places: ReadonlyMap<string, number>) =>
	messages
		.map(({ id }) => places.get(id) ?? Number.NaN)
		.every((place, index, all) => index === 0 || place >= (all[index - 1] ?? Number.NaN));

/** Addresses that mean this machine, one way or another, with something listening there. */
async function tellNothingInside(rig: Rig, found: Findings) {
	const [trap, trap6] = [await openTrap(rig.shutdown, "127.0.0.2"), await openTrap(rig.shutdown, "::1")];
	const hosts = ["127.0.0.2", "2130706434", "0x7f000002", "0177.0.0.2", "127.2", "127.0.0.2.", "localhost"];
	const urls = [
		...hosts.map((host) => `https://${host}:${trap.port}/`),
		`http://127.0.0.2:${trap.port}/`,
		...["::ffff:127.0.0.2", "::127.0.0.2", "64:ff9b::7f00:2", "2002:7f00:2::"].map(
			(host) => `https://[${host}]:${trap.port}/`,
		),
		...["::1", "::"].map((host) => `https://[${host}]:${trap6.port}/`),
	];
	const { agencyId } = await makeScene(rig);
	const key = keyAt(await seedKeys(rig, agencyId, 1), 0);
	const endpoints = await Promise.all(urls.map((url) => addWebhook(rig, agencyId, url)));

	await setEnabled(rig, key, false);

	const outcomes = async () => (await Promise.all(endpoints.map((id) => deliveriesTo(rig, id)))).flat();
	const areTried = async () => (await outcomes()).every(({ attempts }) => attempts > 0);
	const tookMs = await until(areTried, DRAINED_WITHIN_MS.short);
	const answered = (await outcomes()).filter(({ statuses }) => statuses.length > 0).length;
	const connections = trap.connections + trap6.connections;
	figure(found, "addresses inside", endpoints.length);
	expect(found, !Number.isNaN(tookMs), "not every address inside was tried");
	expect(found, answered === 0 && connections === 0, `${connections} connections went inside`);
	await Promise.all([trap.close(), trap6.close()]);
}

/** One agency's receivers never answer; another's hears of its changes as it did before. */
async function waitForNobody(rig: Rig, found: Findings) {
	const [silent, quick] = [await openReceiver(rig.shutdown), await openReceiver(rig.shutdown)];
	silent.answer = null;
	const [slow, other] = [await makeScene(rig), await makeScene(rig)];
	const slowKeys = await seedKeys(rig, slow.agencyId, LANES);
	const key = keyAt(await seedKeys(rig, other.agencyId, 1), 0);
	for (let index = 0; index < SLOW_ENDPOINTS; index++) await addWebhook(rig, slow.agencyId, silent.url);
	await addWebhook(rig, other.agencyId, quick.url);

	const alone = await delaysOf(rig, key, quick);
	await inLanes(slowKeys, LANES, (one) => setEnabled(rig, one, false));
	await until(() => silent.messages.length > 0, DELAY_MS_MAX * LANES);
	const beside = await delaysOf(rig, key, quick);

	expect(found, silent.messages.length > 0, "the slow receiver was told nothing");
	bound(found, "told alone", alone, { max: DELAY_MS_MAX });
	bound(found, "told beside a slow agency", beside, { max: spread(alone).max + DELAY_MS_MAX });
	await Promise.all([silent.close(), quick.close()]);
}

/** How long it takes from a change until its message arrives, change after change; for ever when it does not come. */
async function delaysOf(rig: Rig, key: QaKey, { messages }: Receiver): Promise<number[]> {
	const delays: number[] = [];
	for (let step = 0; step < TOLD_BESIDE; step++) {
		const [since, before] = [performance.now(), messages.length];
		await setEnabled(rig, key, step % 2 === 1);
		await until(() => messages.length > before, DELAY_MS_MAX * LANES);
		delays.push((messages[before]?.at ?? Number.POSITIVE_INFINITY) - since);
	}
	return delays;
}
