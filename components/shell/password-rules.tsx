/** What a password has to be, said before anybody types one. */
export const PasswordRules = ({ hasSecondFactor = false }: { hasSecondFactor?: boolean }) => (
	<>
		At least {hasSecondFactor ? "8 characters, or 15 to stand without the second factor" : "15 characters"}.
		Any characters will do; a few words that do not belong together are easy to keep in mind. Common
		passwords, your name and the words of this product are refused.
	</>
);
