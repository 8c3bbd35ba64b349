/** The one account that the sandbox has. Its credentials are public: they protect nothing. */
export const ACCOUNT_ID = "9900000";
export const API_USERNAME = "sandbox";
export const API_PASSWORD = "sandbox";

/** The number that the account owns. */
export const OWN_NUMBER = "+19195554321";

export const VOICE_APPLICATION_ID = "04e88489-df02-4e34-a0ee-27a91849555f";
export const MESSAGING_APPLICATION_ID = "93de2206-9669-4e07-948d-329f4b722ee2";
