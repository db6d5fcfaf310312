//! What financing costs, all in.
//!
//! ```
//! use export_risk::{Engine, document::{Read, Value}, finance::ExportCreditRequest};
//!
//! let json = serde_json::json!({
//!     "country": "MEX", "buyer": "CC2", "goods": "buses", "currency": "USD", "contractValue": "12500000",
//!     "start": "2027-01-15", "disbursementMonths": 12, "repaymentMonths": 60, "rate": 0.052, "cover": {}
//! });
//! let request = ExportCreditRequest::read(&Value::from(&json))?;
//! let quote = Engine::embedded()?.quote(&request)?;
//! assert_eq!(quote.credit_amount.to_string(), "10625000.00");
//! # Ok::<(), export_risk::Error>(())
//! ```

mod acquisition;
mod captive;
mod export_credit;
mod floorplan;
mod fund;
mod green;
pub(crate) mod part;
mod plant;
mod receivables;
mod retail;

pub use acquisition::{
    AcquisitionCourse, AcquisitionItem, AcquisitionLoan, AcquisitionPart, AcquisitionQuote,
    AcquisitionRequest, AcquisitionRule, AcquisitionSponsor, AcquisitionSponsorQuote, AcquisitionSynergies,
};
pub use captive::{
    CaptiveBalance, CaptiveBook, CaptiveCash, CaptiveCover, CaptiveCurrency, CaptiveFunding, CaptiveGap,
    CaptiveIncome, CaptiveProduct, CaptiveProfile, CaptiveQuote, CaptiveRequest, CaptiveSource,
    CaptiveWithoutCover, CaptiveYear,
};
#[cfg(feature = "everything")]
pub use export_credit::BankSide;
pub use export_credit::{
    BankQuote, BankTerms, Cirr, CirrQuote, Component, ComponentName, CoverTerms, CreditDrawdowns,
    CreditSchedule, CreditType, Deposit, DrawdownInterest, ExportCreditQuote, ExportCreditRequest, Fees,
    Forfaiting, Goods, PremiumPayment, SupplierBills, SupplierQuote, WithoutCover,
};
pub use floorplan::{
    Curtailment, DaysToSale, FloorplanQuote, FloorplanRequest, FloorplanRisk, FloorplanSchedule,
};
pub use fund::{
    FundLosses, FundQuote, FundRequest, FundSchedule, FundTranche, FundTranches, GrantRule, Provider,
};
pub use green::{
    GreenCarCourse, GreenCars, GreenCarsQuote, GreenLabel, GreenLinked, GreenQuote, GreenRequest,
    GreenSaving, GreenSavingCourse,
};
pub use plant::{
    KitMode, PlantBalance, PlantCapital, PlantCover, PlantCurrency, PlantDebt, PlantDebtService,
    PlantFunding, PlantOperations, PlantProduction, PlantQuote, PlantRepayment, PlantRequest,
};
pub(crate) use plant::{PlannedPlant, PlantYear};
pub use receivables::{
    Discounting, ReceivablesMethod, ReceivablesQuote, ReceivablesRequest, ReceivablesSchedule,
};
pub use retail::{
    EquityQuote, ResidualLoss, RetailAgreement, RetailFees, RetailInsurance, RetailQuote, RetailRequest,
    RetailRisk, RetailSchedule, RetailSettlement, Subvention, SubventionQuote, VehicleValue,
};
