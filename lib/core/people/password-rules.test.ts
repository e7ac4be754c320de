import { describe, expect, test } from "vitest";
import { passwordProblems } from "./password-rules.ts";

const owner = { email: "grace.hopper@navy.example", name: "Grace Hopper", hasSecondFactor: false };
const withFactor = { ...owner, hasSecondFactor: true };

describe("length", () => {
	test("is 15 characters when the password stands alone, and 8 with a second factor", () => {
		expect(passwordProblems("vexing-lamp-4x", owner)).toMatch(/at least 15/);
		expect(passwordProblems("vexing-lamp-4xy", owner)).toBeNull();
		expect(passwordProblems("vexlamp", withFactor)).toMatch(/at least 8/);
		expect(passwordProblems("vexlampe", withFactor)).toBeNull();
	});

	test("is counted in characters, however they are written", () => {
		const fifteen = "żółw🐢ćma-jeż-łó";

		expect([...fifteen.normalize("NFC")]).toHaveLength(15);
		expect(passwordProblems(fifteen.normalize("NFD"), owner)).toBeNull();
		expect(passwordProblems(fifteen.slice(1).normalize("NFD"), owner)).toMatch(/at least 15/);
	});

	test("ends at 128 characters", () => {
		const long = "lamp vex orbit quilt ".repeat(7);

		expect(passwordProblems(long.slice(0, 128), owner)).toBeNull();
		expect(passwordProblems(long.slice(0, 129), owner)).toMatch(/up to 128/);
	});
});

describe("refused", () => {
	test.each([
		"passwordpassword",
		"Password12345678",
		"password!!!!!!!!!!",
		"2024password2024!",
		"P@ssw0rd1234567",
		"qwertyuiop12345",
		"password password",
		"iloveyou-iloveyou",
		"password1password1",
		"latchkeypassword",
	])("what half the world uses: %s", (password) => {
		expect(passwordProblems(password, owner)).not.toBeNull();
	});

	test.each([
		"aaaaaaaaaaaaaaaa",
		"abcabcabcabcabcabc",
		"1212121212121212",
		"x-9Kx-9Kx-9Kx-9K",
		"                ",
	])("a pattern: %j", (password) => {
		expect(passwordProblems(password, owner)).toMatch(/short pattern/);
	});

	test.each([
		"abcdefghijklmnop",
		"qwertyuiopasdfghjkl",
		"1qaz2wsx3edc4rfv",
		"9876543210987654",
		"123456789012345",
	])("a run: %s", (password) => {
		expect(passwordProblems(password, owner)).toMatch(/runs along|short pattern/);
	});

	test.each(["latchkey-latchkey", "LatchkeyAgency2026", "agency-location-1", "Latchkey API key!"])(
		"the product's words: %s",
		(password) => {
			expect(passwordProblems(password, owner)).toMatch(/this product/);
		},
	);

	test.each(["grace.hopper@navy.example", "GraceHopper2026!", "hoppergracehopper", "navy.example-grace"])(
		"the person's own: %s",
		(password) => {
			expect(passwordProblems(password, owner)).toMatch(/your name or e-mail/);
		},
	);

	test("common ones of eight characters also with a second factor", () => {
		for (const password of ["password", "12345678", "baseball", "trustno1", "P@ssw0rd"]) {
			expect(passwordProblems(password, withFactor)).not.toBeNull();
		}
	});
});

test.each([
	"correct horse battery staple",
	"four random agency words",
	"gracefully ageing whisky",
	"ich bin ein berliner",
	"пароль из пяти слов",
	"k9#Lw2!pQz7&vB4x",
	"aaaaaaaa but long and odd",
])("no composition is asked for: %s", (password) => {
	expect(passwordProblems(password, owner)).toBeNull();
});
